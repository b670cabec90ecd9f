using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;
using Symbol = Ratchet.Market.Instruments.Symbol;

namespace Ratchet.Cli.Commands;

/// <summary>The bars that a session replays: those of files, or what is stored of its instruments; finer ones from the store.</summary>
internal sealed class PaperBars(CommandContext context, RatchetConfiguration configuration, PaperStart start)
{
    /// <summary>The bars of a session that was begun.</summary>
    public List<BarSeries> Again(SessionSetup setup, CancellationToken cancellationToken)
    {
        var instruments = setup.Engine.Instruments;
        return Read(setup.Files, [.. instruments.Select(i => i.Symbol.Name)], instruments[0].Frame, setup.Fine, cancellationToken).Series;
    }

    /// <summary>The bars of a new session, whether a generator made them, and the time frame that it decides on: the one that is asked for, else that of the files or of what is stored.</summary>
    public (TimeFrame Frame, List<BarSeries> Series, bool Synthetic) Read(
        IReadOnlyList<string> files, string[] pairs, TimeFrame? asked, TimeFrame? fine, CancellationToken cancellationToken)
    {
        var notices = new List<string>();
        IReadOnlyList<TradedMarket> markets;
        if (files.Count > 0)
        {
            Symbol[] symbols = pairs.Length == files.Count ? [.. pairs.Select(p => MarketWords.ReadSymbol(p, "--pair"))] : [];
            markets = TradedMarkets.Read(configuration, files, symbols, asked, cancellationToken);
        }
        else
        {
            var stored = asked ?? Stored(pairs) ?? MarketWords.ReadTimeFrame(configuration.Data.Timeframe, "--timeframe");
            markets = TradedMarkets.Open(Of(stored), pairs);
        }

        var frames = markets.Select(m => m.Bars.TimeFrame).Distinct().Order().ToList();
        var frame = frames.Count == 1 && (asked is null || frames[0] == asked)
            ? frames[0]
            : throw new UsageException($"There are bars of {string.Join(" and ", frames)} among those that were given; a session decides on bars of one time frame{(asked is { } f ? $", here {f}" : string.Empty)}.");
        if (fine is { } finer)
        {
            markets = [.. markets, .. TradedMarkets.Open(Of(finer), [.. markets.Select(m => m.Bars.Symbol.Name)])];
        }

        List<BarSeries> series = [.. start.Replayed(markets, notices)];
        foreach (var notice in notices)
        {
            context.Error.WriteLine(notice);
        }

        return (frame, series, markets.Any(m => m.Synthetic));
    }

    /// <summary>The time frame that is stored of all the pairs, where there is just one.</summary>
    private TimeFrame? Stored(string[] pairs)
    {
        Symbol[] symbols = [.. pairs.Select(p => MarketWords.ReadSymbol(p, "--pair"))];
        var frames = new BarStore(configuration.Data.Root).List().Where(m => symbols.Contains(m.Symbol)).Select(m => m.TimeFrame).Distinct().ToList();
        return frames.Count == 1 ? frames[0] : null;
    }

    private RatchetConfiguration Of(TimeFrame frame) => configuration with { Data = configuration.Data with { Timeframe = frame.ToString() } };
}
