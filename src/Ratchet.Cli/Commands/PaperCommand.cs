using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Connectors.Binance;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Storage.Models;
using Symbol = Ratchet.Market.Instruments.Symbol;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet paper</c>: begins or goes on with a paper session, on recorded bars or on the exchange.</summary>
internal sealed class PaperCommand
{
    private readonly CommandContext context;
    private readonly SharedOptions common = new();
    private readonly PaperOptions options = new();

    private PaperCommand(CommandContext context) => this.context = context;

    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var own = new PaperCommand(context);
        var command = new Command("paper", "Trade strategies or a model on paper: on recorded bars, or on the exchange's. The same command goes on with a session that was ended or killed.");
        own.options.AddTo(command);
        own.common.AddTo(command, severalPairs: true);
        command.SetAction(parsed =>
        {
            var loaded = own.common.Load(
                parsed, context, (own.options.Feed, "paper.feed"), (own.options.Speed, "paper.speed"), (own.options.Fine, "paper.fineTimeframe"));
            return own.Run(parsed, loaded.Value, cancellationToken);
        });
        return command;
    }

    private int Run(ParseResult parsed, RatchetConfiguration configuration, CancellationToken cancellationToken)
    {
        var folder = new SessionFolder(
            parsed.GetValue(options.Session) ?? throw new UsageException("'ratchet paper' needs --session FOLDER, in which the session is kept, such as --session sessions/first."));
        var json = parsed.GetValue(common.Json);
        var limit = ReadLimit(parsed);
        folder.RequireFree();
        if (folder.IsBegun)
        {
            RequireSame(parsed, folder.ReadSetup());
        }

        var setup = folder.IsBegun ? folder.ReadSetup() : null;
        var isLive = (setup?.Feed ?? configuration.Paper.Feed) == "binance";
        var speed = SessionSetups.Speed(configuration.Paper);
        var ranged = setup is null ? configuration : configuration with { Data = configuration.Data with { Timerange = setup.Timerange } };
        var start = new PaperStart(ranged, context.Clock);
        using var rest = isLive ? start.Rest() : null;
        List<BarSeries> series = [];
        if (setup is null)
        {
            series = Begin(parsed, Adapted(parsed, configuration), start, folder, rest, cancellationToken);
        }
        else if (!isLive)
        {
            series = new PaperBars(context, ranged, start).Again(setup, cancellationToken);
        }

        using var paper = PaperSession.Open(folder, context.Families, context.Clock, cancellationToken: cancellationToken);
        paper.Trading.StateInterval = configuration.Paper.StateEvents;
        PaperText.Opened(context.Error, folder, paper);
        TimeProvider clock = isLive ? context.Clock : new ReplayClock(context.Clock, Math.Max(paper.Setup.Created, paper.Trading.Time), speed);
        var (feed, totals) = isLive ? start.Live(rest!) : (new ReplayFeed(series, (ReplayClock)clock), null as Func<FeedTotals>);
        return Trade(paper, folder, new PaperRun(paper, feed, clock, configuration.Paper, totals, Display(speed, isLive)), limit(clock), parsed.GetValue(options.Close), json, cancellationToken);
    }

    private int Trade(
        PaperSession paper, SessionFolder folder, PaperRun run, long? until, bool close, bool json, CancellationToken cancellationToken)
    {
        var outcome = run.RunAsync(until, close, cancellationToken).GetAwaiter().GetResult();
        using var reader = folder.OpenReader(paper.Setup);
        var result = SessionReporter.Read(paper.Setup, reader, CancellationToken.None);
        PaperReportFiles.Write(folder, paper.Setup, result);
        PaperText.Report(context, result.Report, outcome, folder, json);
        return outcome switch
        {
            { Unwritten: true } => ExitCode.Failed,
            { End: PaperEnd.Cancelled } => ExitCode.Cancelled,
            _ => ExitCode.Done,
        };
    }

    private List<BarSeries> Begin(
        ParseResult parsed, RatchetConfiguration configuration, PaperStart start, SessionFolder folder, BinanceRest? rest, CancellationToken cancellationToken)
    {
        var names = (parsed.GetValue(options.Strategies) ?? []).SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var model = parsed.GetValue(options.Model);
        if (names.Length > 0 == model is not null)
        {
            throw new UsageException("A new session needs either --strategy NAME[,NAME...] (or all) or --model FOLDER.");
        }

        var trained = model is null ? null : TrainedEnsembleFile.Read(model).Ensemble;
        var usual = MarketWords.ReadTimeFrame(configuration.Data.Timeframe, "--timeframe");
        var asked = parsed.GetValue(common.TimeFrame) is null ? trained?.TimeFrame : usual;
        SessionSetups.Check(configuration.Paper, asked);
        if (trained is not null && parsed.GetValue(common.TimeFrame) is not null && usual != trained.TimeFrame)
        {
            throw new UsageException($"The model was trained on bars of {trained.TimeFrame}; leave --timeframe {usual} away.");
        }

        if (rest is not null)
        {
            Symbol[] symbols = [.. Pairs(parsed, configuration, trained?.Symbol).Select(p => MarketWords.ReadSymbol(p, "--pair"))];
            if (symbols.Length == 0)
            {
                throw new UsageException("--feed binance needs --pair, such as --pair BTC/USDT.");
            }

            var live = SessionSetups.Create(configuration, symbols, asked ?? usual, names, model, context.Clock.GetUtcNow().ToUnixTimeMilliseconds(), context.Variables.GetValueOrDefault);
            start.BeginLiveAsync(folder, live, trained?.FirstBar, rest, cancellationToken).GetAwaiter().GetResult();
            return [];
        }

        // What can be refused without bars is refused before they are read.
        _ = SessionSetups.Create(configuration with { Paper = configuration.Paper with { FineTimeframe = string.Empty } }, [Symbol.Parse("BTC/USDT")], asked ?? usual, names, model, 0, context.Variables.GetValueOrDefault);
        string[] files = [.. (parsed.GetValue(options.Files) ?? []).Select(Path.GetFullPath)];
        var pairs = Pairs(parsed, configuration, files.Length > 0 ? null : trained?.Symbol);
        var fine = configuration.Paper.FineTimeframe.Length == 0 ? (TimeFrame?)null : MarketWords.ReadTimeFrame(configuration.Paper.FineTimeframe, "--fine");
        var (frame, series, synthetic) = new PaperBars(context, configuration, start).Read(files, pairs, asked, fine, cancellationToken);
        BarSeries[] decided = [.. series.Where(s => s.TimeFrame == frame)];
        var setup = SessionSetups.Create(configuration, [.. decided.Select(s => s.Symbol)], frame, names, model, start.FirstMoment(decided), context.Variables.GetValueOrDefault);
        start.BeginReplay(folder, setup with { Files = files, Synthetic = synthetic }, series);
        return series;
    }

    private RatchetConfiguration Adapted(ParseResult parsed, RatchetConfiguration own) => parsed.GetResult(options.Adaptive) is null
        ? own
        : own with { Adaptive = AdaptiveComposition.WithParts(own.Adaptive, parsed.GetValue(options.Adaptive) ?? string.Empty) };

    private string[] Pairs(ParseResult parsed, RatchetConfiguration configuration, Symbol? usual) =>
        parsed.GetValue(common.Pairs) is { Length: > 0 } given ? given
        : configuration.Data.Pair.Length > 0 ? [configuration.Data.Pair]
        : usual is { } symbol ? [symbol.Name]
        : [];

    /// <summary>What is said again about a session that was begun must be what it was begun with.</summary>
    private void RequireSame(ParseResult parsed, SessionSetup setup)
    {
        Same("--feed", parsed.GetValue(options.Feed), setup.Feed);
        Same("--fine", parsed.GetValue(options.Fine), setup.Fine?.ToString() ?? string.Empty);
        Same("--timeframe", parsed.GetValue(common.TimeFrame), setup.Engine.Instruments[0].Frame.ToString());
        Same("--model", parsed.GetValue(options.Model) is { } model ? Path.GetFullPath(model) : null, setup.Model);
        if (parsed.GetResult(options.Adaptive) is not null)
        {
            var given = AdaptiveComposition.WithParts(new(), parsed.GetValue(options.Adaptive) ?? string.Empty);
            Same("--adaptive", PaperText.Adaptive(given.Selector, given.Advisor), PaperText.Adaptive(setup.Adaptive?.UseSelector ?? false, setup.Adaptive?.UseAdvisor ?? false));
        }

        if (parsed.GetValue(common.Pairs) is { Length: > 0 } pairs)
        {
            Same("--pair", string.Join(", ", pairs.Select(p => MarketWords.ReadSymbol(p, "--pair").Name)), string.Join(", ", setup.Engine.Instruments.Select(i => i.Symbol.Name)));
        }

        if (parsed.GetValue(options.Strategies) is { Length: > 0 } strategies)
        {
            var names = SessionStrategies.Rules([.. strategies.SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries))]);
            Same("--strategy", string.Join(", ", names.Select(n => n.Name)), string.Join(", ", setup.Engine.Strategies.Select(s => s.Name)));
        }

        static void Same(string option, string? given, string begun)
        {
            if (given is not null && given != begun)
            {
                throw new UsageException($"The session was begun with {option} {(begun.Length == 0 ? "left away" : begun)} and cannot go on with {given}; leave {option} away, or give a new folder by --session.");
            }
        }
    }

    private Func<TimeProvider, long?> ReadLimit(ParseResult parsed)
    {
        var (length, until) = (parsed.GetValue(options.For), parsed.GetValue(options.Until));
        if (length is not null && until is not null)
        {
            throw new UsageException("--for and --until exclude each other; give one of them.");
        }

        if (until is not null)
        {
            var time = PaperWords.ReadTime(until, "--until");
            return _ => time;
        }

        return length is null or "ever" ? _ => null : PaperWords.ReadLength(length, "--for") is var span ? c => c.GetUtcNow().ToUnixTimeMilliseconds() + span : _ => null;
    }

    private Action<PaperStatus>? Display(double speed, bool isLive)
    {
        if (!isLive && double.IsPositiveInfinity(speed))
        {
            return null;
        }

        var (bars, fault) = (-1L, string.Empty);
        return status =>
        {
            // A line for each new bar, and for each change for the worse or the better.
            if (status.Bars != bars || status.Fault != fault)
            {
                (bars, fault) = (status.Bars, status.Fault);
                context.Error.WriteLine(StatusLine.Of(status));
            }
        };
    }
}
