using System.Buffers;
using System.CommandLine;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Monitor;
using Ratchet.Adaptation.Regimes;

namespace Ratchet.Cli.Commands;

/// <summary>Where the advisor's state is, and for which regime it is shown.</summary>
internal sealed class AdvisorStateOptions
{
    /// <summary>The state's name below the data root.</summary>
    public const string FileName = "advisor.state";

    public SharedOptions Common { get; } = new();

    public Option<string?> State { get; } = new("--state") { Description = $"The advisor's state; without it, {FileName} below the data root." };

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
        parsed.GetValue(State) ?? System.IO.Path.Combine(Common.Load(parsed, context).Value.Data.Root, FileName);

    public AdvisorReport Report(ParseResult parsed, CommandContext context)
    {
        var advisor = Load(Path(parsed, context));
        var name = parsed.GetValue(Regime);
        return RegimeNames.TryParse(name, out var regime)
            ? AdvisorMonitor.Report(advisor, Math.Max(advisor.Now, 0), regime)
            : throw new UsageException($"--regime '{name}' must be one of {string.Join(", ", RegimeNames.All)}.");
    }

    public static StrategyAdvisor Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"There is no advisor state {path}; a session that runs with the advisor writes it, or name another with --state.");
        }

        try
        {
            return StrategyAdvisor.Restore(File.ReadAllBytes(path));
        }
        catch (InvalidDataException exception)
        {
            throw new IOException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Replaces the file in one step, so that it is never half written.</summary>
    public static void Save(string path, StrategyAdvisor advisor)
    {
        var buffer = new ArrayBufferWriter<byte>();
        advisor.Write(new(buffer));
        var fresh = path + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            stream.Write(buffer.WrittenSpan);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
