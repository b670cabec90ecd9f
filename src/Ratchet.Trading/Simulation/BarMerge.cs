using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;

namespace Ratchet.Trading.Simulation;

/// <summary>Bars of several series in the order of their closes; at equal closes finer bars first, then by the instruments' order.</summary>
internal sealed class BarMerge
{
    private readonly Source[] sources;

    public BarMerge(EngineOptions options, IReadOnlyList<BarSeries> series)
    {
        var found = new List<Source>();
        foreach (var bars in series)
        {
            var symbol = Find(options, bars);
            var frame = options.Instruments[symbol].Frame;
            if (bars.TimeFrame > frame)
            {
                throw new ArgumentException($"The bars {bars.Symbol} {bars.TimeFrame} are longer than the instrument's, {frame}.", nameof(series));
            }

            found.Add(new(bars, symbol, bars.TimeFrame < frame));
        }

        for (var i = 0; i < options.Instruments.Count; i++)
        {
            var count = found.Count(s => s.Symbol == i && !s.Fine);
            if (count != 1)
            {
                var instrument = options.Instruments[i];
                throw new ArgumentException($"{instrument.Symbol} needs its bars of {instrument.Frame} once; they are there {count} times.", nameof(series));
            }
        }

        // The order at equal closes.
        sources = [.. found.OrderBy(s => s.Fine ? 0 : 1).ThenBy(s => s.Symbol).ThenBy(s => s.Bars.TimeFrame)];
    }

    /// <summary>A bar and when it closed.</summary>
    public readonly record struct Item(long Close, int Symbol, Bar Bar, bool Fine);

    /// <summary>The next bar; false at the end.</summary>
    public bool Next(out Item item)
    {
        Source? first = null;
        foreach (var source in sources)
        {
            if (source.Close < (first?.Close ?? long.MaxValue))
            {
                first = source;
            }
        }

        if (first is null)
        {
            item = default;
            return false;
        }

        item = new(first.Close, first.Symbol, first.Bars[first.Row], first.Fine);
        first.Advance();
        return true;
    }

    private static int Find(EngineOptions options, BarSeries bars)
    {
        for (var i = 0; i < options.Instruments.Count; i++)
        {
            if (options.Instruments[i].Symbol == bars.Symbol)
            {
                return i;
            }
        }

        throw new ArgumentException($"The bars {bars.Symbol} {bars.TimeFrame} belong to no instrument of the options.", nameof(bars));
    }

    private sealed class Source
    {
        public Source(BarSeries bars, int symbol, bool fine)
        {
            (Bars, Symbol, Fine) = (bars, symbol, fine);
            Row = -1;
            Advance();
        }

        public BarSeries Bars { get; }

        public int Symbol { get; }

        public bool Fine { get; }

        public int Row { get; private set; }

        /// <summary>When the next bar closes; the largest number at the end.</summary>
        public long Close { get; private set; }

        public void Advance()
        {
            Row++;
            Close = Row < Bars.Count ? Bars.OpenTime[Row] + Bars.TimeFrame.Milliseconds : long.MaxValue;
        }
    }
}
