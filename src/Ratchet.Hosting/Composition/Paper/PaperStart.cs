using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Download;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Begins sessions and makes their feeds: recorded bars, or the exchange.</summary>
/// <param name="configuration">The section of paper sessions, and where data lives.</param>
/// <param name="clock">The machine's clock.</param>
public sealed class PaperStart(RatchetConfiguration configuration, TimeProvider clock)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    private PaperSection Section => configuration.Paper;

    /// <summary>The bars of a replay that may be looked at: those of the range, and before it the warm-up; sealed ones are cut off.</summary>
    /// <param name="markets">The series.</param>
    /// <param name="notices">Gets what is to be said.</param>
    /// <exception cref="ConfigurationException">The range cannot be read, or nothing is left of a series.</exception>
    public IReadOnlyList<BarSeries> Replayed(IReadOnlyList<TradedMarket> markets, ICollection<string> notices)
    {
        ArgumentNullException.ThrowIfNull(markets);
        ArgumentNullException.ThrowIfNull(notices);
        var range = Range();
        var series = new List<BarSeries>();
        foreach (var market in markets)
        {
            var bars = market.Bars;
            var end = Math.Min(SessionHistory.LowerBound(bars, range.To), market.Sealed.Start);
            if (end < SessionHistory.LowerBound(bars, range.To))
            {
                notices.Add($"{bars.Symbol}: the replay ends before {UtcTime.Format(market.Border)}, where the sealed part begins.");
            }

            if (end <= SessionHistory.LowerBound(bars, range.From))
            {
                throw new ConfigurationException(
                    $"No bars of {bars.Symbol} {bars.TimeFrame} are left to replay: they end before {UtcTime.Format(bars.OpenTime[Math.Max(0, end - 1)])}{(configuration.Data.Timerange.Length > 0 ? $", and --timerange is {configuration.Data.Timerange}" : string.Empty)}.");
            }

            series.Add(bars.Slice(new IndexRange(0, end)));
        }

        return series;
    }

    /// <summary>The first moment of a replay.</summary>
    /// <param name="series">The bars.</param>
    public long FirstMoment(IReadOnlyList<BarSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Math.Max(Range().From, series.Min(s => s.OpenTime[0]));
    }

    /// <summary>Begins a replay: keeps its history and writes the setup.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="setup">The setup without a history.</param>
    /// <param name="series">The bars, those before the first traded one among them.</param>
    public void BeginReplay(SessionFolder folder, SessionSetup setup, IReadOnlyList<BarSeries> series)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(setup);
        folder.RequireFree();
        var history = new List<SessionHistoryEntry>();
        foreach (var instrument in setup.Engine.Instruments)
        {
            var bars = series.First(s => s.Symbol == instrument.Symbol && s.TimeFrame == instrument.Frame);
            history.Add(SessionHistory.Keep(folder.History, bars, setup.Created, setup.Model.Length > 0 ? int.MaxValue : Section.WarmUpBars, "history of a paper session"));
        }

        folder.Begin(setup with { History = history });
    }

    /// <summary>Begins a session on the exchange: fetches its history, what is stored already first, and writes the setup.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="setup">The setup without a history.</param>
    /// <param name="firstBar">The first bar that the strategies must see; null for the configured count.</param>
    /// <param name="rest">The exchange.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ExchangeException">The exchange cannot be reached, or refuses.</exception>
    public async Task BeginLiveAsync(SessionFolder folder, SessionSetup setup, long? firstBar, BinanceRest rest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(rest);
        folder.RequireFree();
        await rest.SynchroniseAsync(cancellationToken);
        var history = new List<SessionHistoryEntry>();
        foreach (var instrument in setup.Engine.Instruments)
        {
            var from = firstBar ?? UtcTime.Align(rest.Clock.Now, instrument.Frame) - (Section.WarmUpBars * instrument.Frame.Milliseconds);
            using (var archive = new StoredBarArchive(folder.History, instrument.Symbol, instrument.Frame, $"Binance spot klines, {rest.Options.BaseAddress.Host}"))
            {
                await new KlineDownload(rest, clock).RunAsync(new(instrument.Symbol, instrument.Frame, new(from, long.MaxValue)), archive, null, cancellationToken);
            }

            history.Add(SessionHistory.Of(folder.History, instrument));
        }

        folder.Begin(setup with { History = history });
    }

    /// <summary>The REST client of the configured exchange.</summary>
    public BinanceRest Rest() => new(
        new() { BaseAddress = new(Section.RestAddress), LongestDelay = LongestDelay }, clock, Key("rest"));

    /// <summary>The feed of the configured exchange, and what it left out.</summary>
    /// <param name="rest">Its REST client.</param>
    public (IBarFeed Feed, Func<FeedTotals> Totals) Live(BinanceRest rest)
    {
        var feed = new BinanceKlineFeed(rest, new() { Address = new(Section.StreamAddress), LongestDelay = LongestDelay }, clock, Key("feed"));
        return (feed, () =>
        {
            var counters = feed.Counters;
            return new(counters.Duplicates, counters.Late, counters.Malformed);
        });
    }

    private StreamKey Key(string name) => StreamKey.FromSeed((ulong)clock.GetUtcNow().Ticks).Derive(name);

    private TimeRange Range()
    {
        var text = configuration.Data.Timerange;
        return text.Length == 0 ? TimeRange.All
            : TimeRange.TryParse(text, out var range) ? range
            : throw new ConfigurationException($"data.timerange '{text}' is no range; write 20240101-20240601, 20240101- or -20240601.");
    }
}
