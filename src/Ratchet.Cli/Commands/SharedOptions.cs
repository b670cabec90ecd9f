using System.CommandLine;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Cli.Commands;

/// <summary>The options that mean the same everywhere; each sets one setting over files and environment.</summary>
internal sealed class SharedOptions
{
    public Option<string[]> Files { get; } = new("--config", "-c")
    {
        Description = "Configuration file; may be given several times, later ones over earlier.",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string[]> Settings { get; } = new("--set") { Description = "One setting as path=value, such as --set search.eta=4." };

    public Option<string?> Root { get; } = new("--data-root") { Description = "Folder of the store and the studies." };

    public Option<string?> Pair { get; } = new("--pair", "-p") { Description = "Symbol, such as BTC/USDT; without it the synthetic market is used." };

    /// <summary>The same where a command takes several; one alone sets the configuration's.</summary>
    public Option<string[]> Pairs { get; } = new("--pair", "-p")
    {
        Description = "Symbol, such as BTC/USDT; may be given several times. Without it the synthetic market is used.",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string?> TimeFrame { get; } = new("--timeframe", "-i") { Description = "Length of a bar: 1m, 5m, 15m, 1h, 4h, 1d." };

    public Option<string?> TimeRange { get; } = new("--timerange") { Description = "Part of the bars, such as 20240101-20240601." };

    public Option<string?> Seed { get; } = new("--seed") { Description = "Seed of every random stream." };

    public Option<string?> Jobs { get; } = new("--jobs", "-j") { Description = "Evaluations at once, never more threads than cores; the result does not depend on it." };

    public Option<bool> Json { get; } = new("--json") { Description = "Write the result as JSON to standard output." };

    public void AddTo(Command command, bool market = true, bool study = false, bool severalPairs = false)
    {
        command.Options.Add(Files);
        command.Options.Add(Settings);
        command.Options.Add(Root);
        command.Options.Add(Json);
        if (market)
        {
            command.Options.Add(severalPairs ? Pairs : Pair);
            command.Options.Add(TimeFrame);
            command.Options.Add(TimeRange);
        }

        if (study)
        {
            command.Options.Add(Seed);
            command.Options.Add(Jobs);
        }
    }

    /// <summary>Reads the configuration with this command line's options over it; a command's own options may set settings too.</summary>
    public LoadedConfiguration Load(ParseResult parsed, CommandContext context, params (Option<string?> Option, string Path)[] more)
    {
        var overrides = new List<(string, string, string)>();
        Add("data.root", Root, "--data-root");
        Add("data.pair", Pair, "--pair");
        if (parsed.GetResult(Pairs) is not null && parsed.GetValue(Pairs) is [var single])
        {
            overrides.Add(("data.pair", single, "--pair"));
        }

        Add("data.timeframe", TimeFrame, "--timeframe");
        Add("data.timerange", TimeRange, "--timerange");
        Add("search.seed", Seed, "--seed");
        Add("search.jobs", Jobs, "--jobs");
        foreach (var (option, path) in more)
        {
            Add(path, option, option.Name);
        }

        foreach (var setting in parsed.GetValue(Settings) ?? [])
        {
            var split = setting.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
            {
                throw new UsageException($"--set '{setting}' must be path=value, such as --set search.eta=4.");
            }

            overrides.Add((setting[..split], setting[(split + 1)..], "--set"));
        }

        return context.Load(parsed.GetValue(Files) ?? [], overrides);

        void Add(string path, Option<string?> option, string name)
        {
            if (parsed.GetResult(option) is not null && parsed.GetValue(option) is { } text)
            {
                overrides.Add((path, text, name));
            }
        }
    }
}
