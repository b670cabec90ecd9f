using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Time;
using Ratchet.Reporting.Html.Backtests;
using Ratchet.Reporting.Results;
using Ratchet.Storage.Models;
using Ratchet.Strategies.Signals;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet backtest --strategy</c> and <c>--model</c>: trades by the engine, prints the result and writes it.</summary>
internal sealed class EngineBacktestCommand(CommandContext context, RatchetConfiguration configuration, SharedOptions common, EngineBacktestOptions options)
{
    private const string All = "all";

    public int Run(ParseResult parsed, bool open, CancellationToken cancellationToken)
    {
        var output = parsed.GetValue(options.Output);
        if (output is not null && File.Exists(output))
        {
            throw new UsageException($"--out '{output}' is a file; name a folder.");
        }

        EngineSetup.Require(configuration);
        try
        {
            var outcomes = parsed.GetValue(options.Model) is { } model
                ? [Model(parsed, model, open, cancellationToken)]
                : Strategies(parsed, open, cancellationToken);
            Tell(parsed, outcomes, output);
            return ExitCode.Done;
        }
        catch (BacktestRefusedException exception)
        {
            context.Error.WriteLine($"error: {exception.Message}");
            return ExitCode.Refused;
        }
    }

    private List<EngineBacktestOutcome> Strategies(ParseResult parsed, bool open, CancellationToken cancellationToken)
    {
        var strategies = Named(parsed.GetValue(options.Strategies)!);
        var markets = Markets(parsed, configuration, null, cancellationToken);
        var run = new EngineBacktestRun(Adapted(parsed, configuration), context.Clock, context.Families, open, context.Variables.GetValueOrDefault);
        return parsed.GetValue(options.Alone)
            ? [.. strategies.Select(s => run.Run([s], markets, cancellationToken))]
            : [run.Run(strategies, markets, cancellationToken)];
    }

    private EngineBacktestOutcome Model(ParseResult parsed, string path, bool open, CancellationToken cancellationToken)
    {
        var stored = TrainedEnsembleFile.Read(path);
        var (symbol, frame) = (stored.Ensemble.Symbol, stored.Ensemble.TimeFrame);
        if (parsed.GetValue(common.TimeFrame) is { } asked && MarketWords.ReadTimeFrame(asked, "--timeframe") != frame)
        {
            throw new UsageException($"The model was trained on bars of {frame}; leave --timeframe {asked} away.");
        }

        var own = configuration with { Data = configuration.Data with { Timeframe = frame.ToString() } };
        var markets = Markets(parsed, own, stored.Origin.Synthetic ? null : symbol.Name, cancellationToken);
        return new EngineBacktestRun(Adapted(parsed, own), context.Clock, context.Families, open, context.Variables.GetValueOrDefault).Run(stored, markets, parsed.GetValue(options.Others), cancellationToken);
    }

    private RatchetConfiguration Adapted(ParseResult parsed, RatchetConfiguration own) => parsed.GetResult(options.Adaptive) is null
        ? own
        : own with { Adaptive = AdaptiveComposition.WithParts(own.Adaptive, parsed.GetValue(options.Adaptive) ?? string.Empty) };

    private IReadOnlyList<TradedMarket> Markets(ParseResult parsed, RatchetConfiguration own, string? usual, CancellationToken cancellationToken)
    {
        var files = parsed.GetValue(options.Files) ?? [];
        var pairs = parsed.GetValue(common.Pairs) ?? [];
        if (files.Length == 0)
        {
            return TradedMarkets.Open(own, pairs.Length > 0 ? pairs : own.Data.Pair.Length > 0 ? [own.Data.Pair] : usual is not null ? [usual] : []);
        }

        if (pairs.Length > 0 && pairs.Length != files.Length)
        {
            throw new UsageException($"There are {files.Length} files and {pairs.Length} --pair; give one for each file in their order, or none where names and contents tell.");
        }

        var frame = parsed.GetValue(common.TimeFrame) is { } text ? MarketWords.ReadTimeFrame(text, "--timeframe") : (TimeFrame?)null;
        return TradedMarkets.Read(own, files, [.. pairs.Select(p => MarketWords.ReadSymbol(p, "--pair"))], frame, cancellationToken);
    }

    private static List<SignalStrategy> Named(string[] given)
    {
        var chosen = new List<SignalStrategy>();
        var known = SignalStrategies.All.Select(s => s.Name);
        foreach (var name in given.SelectMany(g => g.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (name.Equals(All, StringComparison.OrdinalIgnoreCase))
            {
                return [.. SignalStrategies.All];
            }

            var found = SignalStrategies.All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"--strategy '{name}' is not known, did you mean '{NearestName.Of(name, known)}'? There are {string.Join(", ", known)}, and {All}.");
            if (chosen.Contains(found))
            {
                throw new UsageException($"--strategy {found.Name} is given twice.");
            }

            chosen.Add(found);
        }

        return chosen.Count > 0 ? chosen : throw new UsageException($"--strategy needs a name: {string.Join(", ", known)}, or {All}.");
    }

    private void Tell(ParseResult parsed, List<EngineBacktestOutcome> outcomes, string? output)
    {
        var command = CommandText.Of(parsed, options.Output, common.Json);
        var json = parsed.GetValue(common.Json);
        var texts = new List<string>();
        foreach (var outcome in outcomes)
        {
            var identity = EngineBacktestView.Identity(outcome, command);
            var text = TradedRecord.Render(identity, outcome.Run, outcome.InSample);
            texts.Add(text);
            if (output is not null)
            {
                Write(outcomes.Count == 1 ? output : Path.Combine(output, outcome.Title), identity, outcome, text);
            }
        }

        if (json)
        {
            context.Out.Write(texts.Count == 1 ? texts[0] : $"[\n{string.Join(",\n", texts.Select(t => t.TrimEnd()))}\n]\n");
        }
        else
        {
            EngineBacktestView.Write(context, outcomes, command);
            if (output is not null)
            {
                context.Out.WriteLine($"report    {(outcomes.Count == 1 ? Path.Combine(output, "report.html") : Path.Combine(output, "STRATEGY", "report.html"))}");
            }
        }

        foreach (var notice in outcomes.SelectMany(o => o.Notices).Distinct())
        {
            context.Error.WriteLine(notice);
        }
    }

    private static void Write(string folder, TradedIdentity identity, EngineBacktestOutcome outcome, string json)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "report.html"), BacktestReportPage.Render(identity, outcome.Run, outcome.InSample));
        File.WriteAllText(Path.Combine(folder, "result.json"), json);
        File.WriteAllText(Path.Combine(folder, "trades.csv"), TradeList.Render(outcome.Run));
    }
}
