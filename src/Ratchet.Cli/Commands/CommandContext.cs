using Ratchet.Features.Sets;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Cli.Commands;

/// <summary>What commands are given from outside: streams, clock, environment. Results go to Out, everything else to Error.</summary>
internal sealed record CommandContext
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TimeProvider Clock { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Whether a person watches the error stream: then progress is drawn, else plain lines are written.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>Feature families beside those of the product; a host that has its own registers them here.</summary>
    public IReadOnlyList<IFeatureFamily> Families { get; init; } = [];

    /// <summary>Reads the configuration for a command.</summary>
    public LoadedConfiguration Load(IEnumerable<string> files, IEnumerable<(string Path, string Text, string Option)> options) =>
        ConfigurationLoader.Load(files, Variables, options);
}
