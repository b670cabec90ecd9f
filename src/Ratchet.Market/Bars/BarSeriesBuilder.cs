using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Bars;

/// <summary>Builds a series bar by bar. The optional columns are there where at least one bar has a value in them.</summary>
/// <param name="symbol">What was traded.</param>
/// <param name="timeFrame">The length of a bar.</param>
public sealed class BarSeriesBuilder(Symbol symbol, TimeFrame timeFrame)
{
    private readonly List<Bar> bars = [];

    /// <summary>How many bars there are.</summary>
    public int Count => bars.Count;

    /// <summary>Adds a bar; it must open after the one before.</summary>
    /// <param name="bar">The bar.</param>
    /// <exception cref="ArgumentException">The bar does not open after the one before.</exception>
    public void Add(in Bar bar)
    {
        if (bars.Count > 0 && bar.OpenTime <= bars[^1].OpenTime)
        {
            throw new ArgumentException($"The bar opens at {bar.OpenTime} ms, the one before at {bars[^1].OpenTime} ms; times must rise.", nameof(bar));
        }

        bars.Add(bar);
    }

    /// <summary>The series of the bars so far, in columns of its own.</summary>
    public BarSeries Build() => new(symbol, timeFrame, new BarColumns
    {
        OpenTime = bars.Select(b => b.OpenTime).ToArray(),
        Open = Column(b => b.Open),
        High = Column(b => b.High),
        Low = Column(b => b.Low),
        Close = Column(b => b.Close),
        Volume = Column(b => b.Volume),
        TradeCount = Optional(b => b.TradeCount),
        TakerBuyVolume = Optional(b => b.TakerBuyVolume),
    });

    private double[] Column(Func<Bar, double> value) => [.. bars.Select(value)];

    private double[] Optional(Func<Bar, double> value) => bars.Exists(b => !double.IsNaN(value(b))) ? Column(value) : [];
}
