using System.CommandLine;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Monitor;
using Ratchet.Adaptation.Regimes;
using Ratchet.Storage.State;

namespace Ratchet.Cli.Commands;

/// <summary>Where the advisor's state is, and for which regime it is shown.</summary>
internal sealed class AdvisorStateOptions
{
    public SharedOptions Common { get; } = new();

    public Option<string?> State { get; } = new("--state") { Description = $"The advisor's state; without it, {AdvisorStateFile.FileName} below the data root." };

    public Option<string> Regime { get; } = new("--regime")
    {
        Description = $"The regime that weights and shares are shown for: {string.Join(", ", RegimeNames.All)}.",
        DefaultValueFactory = _ => RegimeNames.Of(MarketRegime.TrendUp),
    };

    public void AddTo(Command command, bool regime = true)
    {
        command.Options.Add(State);
        Common.AddTo(command, market: false);
        if (regime)
        {
            command.Options.Add(Regime);
        }
    }

    public string Path(ParseResult parsed, CommandContext context) =>
        parsed.GetValue(State) ?? System.IO.Path.Combine(Common.Load(parsed, context).Value.Data.Root, AdvisorStateFile.FileName);

    public AdvisorReport Report(ParseResult parsed, CommandContext context)
    {
        var advisor = Load(Path(parsed, context), context);
        var name = parsed.GetValue(Regime);
        return RegimeNames.TryParse(name, out var regime)
            ? AdvisorMonitor.Report(advisor, Math.Max(advisor.Now, 0), regime)
            : throw new UsageException($"--regime '{name}' must be one of {string.Join(", ", RegimeNames.All)}.");
    }

    /// <summary>The newest good state; files that are not good are set aside and named on the error stream.</summary>
    public static StrategyAdvisor Load(string path, CommandContext context)
    {
        var read = new AdvisorStateFile(path).Read();
        foreach (var problem in read.Problems)
        {
            context.Error.WriteLine($"warning: {problem}");
        }

        return read.State ?? throw new UsageException($"There is no advisor state {path}; a session that runs with the advisor writes it, or name another with --state.");
    }
}
