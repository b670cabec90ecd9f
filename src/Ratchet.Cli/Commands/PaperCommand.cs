using System.CommandLine;
using System.Globalization;
using Ratchet.Cli.Rendering;
using Ratchet.Connectors.Binance;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds.Live;
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
        var start = new PaperStart(configuration, context.Clock);
        using var rest = isLive ? start.Rest() : null;
        IReadOnlyList<BarSeries> series = [];
        if (setup is null)
        {
            series = Begin(parsed, configuration, start, folder, rest, cancellationToken);
        }
        else if (!isLive)
        {
            series = Series(start, configuration with { Data = configuration.Data with { Timerange = setup.Timerange } }, setup, cancellationToken);
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
        var report = SessionReporter.Make(paper.Setup, reader, CancellationToken.None);
        PaperReportFiles.Write(folder, report);
        PaperText.Report(context, report, outcome, folder, json);
        return outcome switch
        {
            { Unwritten: true } => ExitCode.Failed,
            { End: PaperEnd.Cancelled } => ExitCode.Cancelled,
            _ => ExitCode.Done,
        };
    }

    private IReadOnlyList<BarSeries> Begin(
        ParseResult parsed, RatchetConfiguration configuration, PaperStart start, SessionFolder folder, BinanceRest? rest, CancellationToken cancellationToken)
    {
        var names = (parsed.GetValue(options.Strategies) ?? []).SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var model = parsed.GetValue(options.Model);
        if (names.Length > 0 == model is not null)
        {
            throw new UsageException("A new session needs either --strategy NAME[,NAME...] (or all) or --model FOLDER.");
        }

        var frame = MarketWords.ReadTimeFrame(configuration.Data.Timeframe, "--timeframe");
        SessionSetups.Check(configuration.Paper, frame);
        var trained = model is null ? null : TrainedEnsembleFile.Read(model).Ensemble;
        if (rest is not null)
        {
            Symbol[] symbols = [.. Pairs(parsed, configuration, trained?.Symbol).Select(p => MarketWords.ReadSymbol(p, "--pair"))];
            if (symbols.Length == 0)
            {
                throw new UsageException("--feed binance needs --pair, such as --pair BTC/USDT.");
            }

            var live = SessionSetups.Create(configuration, symbols, frame, names, model, context.Clock.GetUtcNow().ToUnixTimeMilliseconds());
            start.BeginLiveAsync(folder, live, trained?.FirstBar, rest, cancellationToken).GetAwaiter().GetResult();
            return [];
        }

        var files = parsed.GetValue(options.Files) ?? [];
        var shell = SessionSetups.Create(configuration, [Symbol.Parse("BTC/USDT")], frame, names, model, 0);
        var pairs = Pairs(parsed, configuration, files.Length > 0 ? null : trained?.Symbol);
        var series = Series(start, configuration, shell with { Files = [.. files.Select(Path.GetFullPath)], Engine = shell.Engine with { Instruments = Instruments(pairs, frame) } }, cancellationToken);
        Symbol[] traded = [.. series.Where(s => s.TimeFrame == frame).Select(s => s.Symbol)];
        var setup = SessionSetups.Create(configuration, traded, frame, names, model, start.FirstMoment([.. series.Where(s => s.TimeFrame == frame)]));
        start.BeginReplay(folder, setup with { Files = [.. files.Select(Path.GetFullPath)] }, series);
        return series;
    }

    private static Trading.Engine.InstrumentRules[] Instruments(IReadOnlyList<string> pairs, TimeFrame frame) =>
        [.. pairs.Select(p => new Trading.Engine.InstrumentRules { Symbol = MarketWords.ReadSymbol(p, "--pair"), Frame = frame })];

    /// <summary>The bars that a session replays: its files, or what is stored of its instruments; finer ones from the store.</summary>
    private IReadOnlyList<BarSeries> Series(PaperStart start, RatchetConfiguration configuration, SessionSetup setup, CancellationToken cancellationToken)
    {
        var notices = new List<string>();
        var instruments = setup.Engine.Instruments;
        string[] pairs = [.. instruments.Select(i => i.Symbol.Name)];
        var own = instruments.Count == 0 ? configuration : configuration with { Data = configuration.Data with { Timeframe = instruments[0].Frame.ToString() } };
        var frame = MarketWords.ReadTimeFrame(own.Data.Timeframe, "--timeframe");
        var markets = setup.Files.Count > 0
            ? TradedMarkets.Read(own, setup.Files, pairs.Length == setup.Files.Count ? [.. instruments.Select(i => i.Symbol)] : [], pairs.Length > 0 && setup.Fine is null ? frame : null, cancellationToken)
            : TradedMarkets.Open(own, pairs);
        var series = new List<BarSeries>(start.Replayed(markets, notices));
        if (setup.Fine is { } fine && setup.Files.Count == 0)
        {
            var finer = configuration with { Data = configuration.Data with { Timeframe = fine.ToString() } };
            series.AddRange(start.Replayed(TradedMarkets.Open(finer, pairs), notices));
        }

        foreach (var notice in notices)
        {
            context.Error.WriteLine(notice);
        }

        return series.Exists(s => s.TimeFrame == frame)
            ? series
            : throw new UsageException($"There are no bars of {frame} among those that were given; say which they are with -i.");
    }

    private IReadOnlyList<string> Pairs(ParseResult parsed, RatchetConfiguration configuration, Symbol? usual) =>
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
