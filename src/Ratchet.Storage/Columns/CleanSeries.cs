using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>Series joined by time. A bar that both have must be the same in both.</summary>
internal static class CleanSeries
{
    /// <summary>
    /// How many of the first added bars are stored already, whether all the others come after the last stored one, and whether one of those stored has a
    /// trade count or taker volume only in the added bars.
    /// </summary>
    /// <exception cref="MarketDataException">A bar differs.</exception>
    public static int CountKnown(BarSeries stored, BarSeries added, out bool isTail, out bool isEnriched)
    {
        var i = 0;
        var known = 0;
        isEnriched = false;
        while (known < added.Count && i < stored.Count)
        {
            var time = added.OpenTime[known];
            while (i < stored.Count && stored.OpenTime[i] < time)
            {
                i++;
            }

            if (i == stored.Count || stored.OpenTime[i] != time)
            {
                break;
            }

            var (old, given) = (stored[i++], added[known++]);
            RequireSame(stored, old, given);
            isEnriched |= (double.IsNaN(old.TradeCount) && !double.IsNaN(given.TradeCount)) || (double.IsNaN(old.TakerBuyVolume) && !double.IsNaN(given.TakerBuyVolume));
        }

        isTail = known < added.Count && (stored.Count == 0 || added.OpenTime[known] > stored.OpenTime[^1]);
        return known;
    }

    /// <summary>All bars of both. Of a bar that both have, a trade count or taker volume that is not stored is taken from the added bar.</summary>
    /// <exception cref="MarketDataException">A bar differs.</exception>
    public static BarSeries Join(BarSeries stored, BarSeries added)
    {
        // From is a rank in the stored bars (0 and up) or, negative, the complement of one in the added bars.
        var from = new int[stored.Count + added.Count];
        var same = new int[from.Length];
        var count = 0;
        for (int i = 0, j = 0; i < stored.Count || j < added.Count;)
        {
            var isStored = j >= added.Count || (i < stored.Count && stored.OpenTime[i] <= added.OpenTime[j]);
            same[count] = -1;
            if (isStored && j < added.Count && stored.OpenTime[i] == added.OpenTime[j])
            {
                same[count] = j;
                RequireSame(stored, stored[i], added[j++]);
            }

            from[count++] = isStored ? i++ : ~j++;
        }

        var order = from.AsSpan(0, count);
        var (a, b) = (stored.Columns, added.Columns);
        return new(stored.Symbol, stored.TimeFrame, new BarColumns
        {
            OpenTime = Take(order, a.OpenTime.Span, b.OpenTime.Span),
            Open = Take(order, a.Open.Span, b.Open.Span),
            High = Take(order, a.High.Span, b.High.Span),
            Low = Take(order, a.Low.Span, b.Low.Span),
            Close = Take(order, a.Close.Span, b.Close.Span),
            Volume = Take(order, a.Volume.Span, b.Volume.Span),
            TradeCount = Optional(order, same, a.TradeCount.Span, b.TradeCount.Span),
            TakerBuyVolume = Optional(order, same, a.TakerBuyVolume.Span, b.TakerBuyVolume.Span),
        });
    }

    private static double[] Optional(ReadOnlySpan<int> order, ReadOnlySpan<int> same, ReadOnlySpan<double> stored, ReadOnlySpan<double> added)
    {
        if (stored.IsEmpty && added.IsEmpty)
        {
            return [];
        }

        var taken = new double[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            var column = order[k] >= 0 ? stored : added;
            taken[k] = column.IsEmpty ? double.NaN : column[order[k] >= 0 ? order[k] : ~order[k]];
            if (double.IsNaN(taken[k]) && same[k] >= 0 && !added.IsEmpty)
            {
                taken[k] = added[same[k]];
            }
        }

        return taken;
    }

    private static T[] Take<T>(ReadOnlySpan<int> order, ReadOnlySpan<T> stored, ReadOnlySpan<T> added)
    {
        var taken = new T[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            taken[k] = order[k] >= 0 ? stored[order[k]] : added[~order[k]];
        }

        return taken;
    }

    private static void RequireSame(BarSeries series, Bar stored, Bar added)
    {
        if ((stored with { TradeCount = 0, TakerBuyVolume = 0 }) != (added with { TradeCount = 0, TakerBuyVolume = 0 }))
        {
            throw new MarketDataException(
                $"{series.Symbol} {series.TimeFrame}: the bar at {UtcTime.Format(stored.OpenTime)} is stored as {stored} and now given as {added}. " +
                "Nothing was written. Import with Replace to put the new bars in the place of the stored ones.");
        }
    }
}
