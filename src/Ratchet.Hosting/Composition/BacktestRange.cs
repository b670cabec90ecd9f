using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Hosting.Composition;

/// <summary>Which bars a backtest may trade: sealed ones only where they are opened, and each opening is recorded before anything is computed on them.</summary>
/// <param name="configuration">The range that was asked for, and where openings are kept.</param>
/// <param name="clock">Stamps openings.</param>
/// <param name="open">Whether sealed bars are opened.</param>
internal sealed class BacktestRange(RatchetConfiguration configuration, TimeProvider clock, bool open)
{
    private readonly List<string> notices = [];
    private readonly List<string> openings = [];

    /// <summary>What was asked for; everything where nothing was.</summary>
    public TimeRange Asked { get; } = configuration.Data.Timerange.Length == 0
        ? TimeRange.All
        : TimeRange.TryParse(configuration.Data.Timerange, out var range)
            ? range
            : throw new ConfigurationException($"data.timerange '{configuration.Data.Timerange}' is no range; write 20240101-20240601, 20240101- or -20240601.");

    /// <summary>What is to be said about what was left out.</summary>
    public IReadOnlyList<string> Notices => notices;

    /// <summary>Openings on record of the bars that are traded, this one among them.</summary>
    public IReadOnlyList<string> Openings => openings;

    /// <summary>The bars of a market that may be read: without its sealed part, or up to the end of the range where that is opened.</summary>
    public BarSeries Readable(TradedMarket market, Action<HoldOutLedger, IndexRange> record)
    {
        var bars = market.Bars;
        var end = LowerBound(bars, Asked.To);
        var border = market.Sealed.Start;
        if (end <= border)
        {
            return bars.Slice(new(0, end));
        }

        if (!open)
        {
            notices.Add(
                $"{bars.Symbol} {bars.TimeFrame}: the {bars.Count - border:N0} bars from {UtcTime.Format(market.Border)} on are sealed and left out; --open-holdout trades them too, and records that it did.");
            return bars.Slice(new(0, border));
        }

        var ledger = new HoldOutLedger(configuration.Data.Root);
        IndexRange opened = new(Math.Max(border, LowerBound(bars, Asked.From)), end);
        if (!opened.IsEmpty)
        {
            record(ledger, opened);
            openings.AddRange(ledger.Overlapping(bars, opened).Select(o => $"{bars.Symbol}: {o}"));
        }

        return bars.Slice(new(0, end));
    }

    /// <summary>When openings are stamped.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    internal static int LowerBound(BarSeries bars, long time)
    {
        var index = bars.OpenTime.BinarySearch(time);
        return index < 0 ? ~index : index;
    }
}
