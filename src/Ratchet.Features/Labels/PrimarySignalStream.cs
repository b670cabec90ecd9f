using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Labels;

/// <summary>
/// The primary signal bar by bar: the same bits as <see cref="BarrierUnit.Signal"/> over the bars so far. Allocates nothing after its construction; cost O(v) a bar.
/// </summary>
public sealed class PrimarySignalStream
{
    private readonly int momentumBars;
    private readonly int volatilityBars;
    private readonly BarrierVolatility kind;
    private readonly double scale;

    // The last m + 1 closes in a ring; the last v returns side by side, moved to the front when the room is used up.
    private readonly double[] closes;
    private readonly double[] returns;
    private int returnCount;
    private double closeBefore;
    private EwmStep exponential;
    private AtrStep range;
    private int bar;

    /// <summary>Begins before the first bar.</summary>
    /// <param name="momentumBars">Bars of the momentum, at least 1.</param>
    /// <param name="volatilityBars">Bars of the volatility, at least 2.</param>
    /// <param name="kind">The estimator of <see cref="Sigma"/>; side and momentum do not depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of bars is too small, or the estimator is not known.</exception>
    public PrimarySignalStream(int momentumBars, int volatilityBars, BarrierVolatility kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(momentumBars, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(volatilityBars, 2);
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are Close, Ewma and Range.");
        }

        (this.momentumBars, this.volatilityBars, this.kind) = (momentumBars, volatilityBars, kind);
        scale = Math.Sqrt(momentumBars);
        closes = new double[momentumBars + 1];
        returns = new double[2 * volatilityBars];
        Reset();
    }

    /// <summary>The side as of the last bar; see <see cref="PrimarySignal"/>.</summary>
    public sbyte Side { get; private set; }

    /// <summary>The momentum as of the last bar.</summary>
    public double Momentum { get; private set; }

    /// <summary>The volatility as of the last bar, by the estimator.</summary>
    public double Sigma { get; private set; }

    /// <summary>Takes one closed bar.</summary>
    /// <param name="closed">The bar.</param>
    public void Update(in Bar closed) => Update(closed.High, closed.Low, closed.Close);

    /// <summary>Forgets every bar.</summary>
    public void Reset()
    {
        (bar, returnCount, closeBefore) = (0, 0, 0);
        (Side, Momentum, Sigma) = (0, double.NaN, double.NaN);
        exponential = new EwmStep(volatilityBars);
        range = new AtrStep(volatilityBars);
    }

    /// <summary>A whole series.</summary>
    internal static PrimarySignal Run(BarSeries bars, int momentumBars, int volatilityBars, BarrierVolatility kind)
    {
        var stream = new PrimarySignalStream(momentumBars, volatilityBars, kind);
        var high = bars.High;
        var low = bars.Low;
        var close = bars.Close;
        var side = new sbyte[close.Length];
        var momentum = new double[close.Length];
        var sigma = new double[close.Length];
        for (var i = 0; i < close.Length; i++)
        {
            stream.Update(high[i], low[i], close[i]);
            (side[i], momentum[i], sigma[i]) = (stream.Side, stream.Momentum, stream.Sigma);
        }

        return new PrimarySignal(side, momentum, sigma);
    }

    private void Update(double high, double low, double close)
    {
        if (bar > 0)
        {
            Push(Math.Log(close / closeBefore));
        }

        closeBefore = close;
        var slot = bar % closes.Length;
        closes[slot] = close;
        var deviation = bar < volatilityBars
            ? double.NaN
            : Math.Sqrt(LaneReduction.Variance(returns.AsSpan(returnCount - volatilityBars, volatilityBars), 1));
        (Side, Momentum) = (0, bar < Math.Max(momentumBars, volatilityBars) ? double.NaN : 0);
        if (bar >= momentumBars && deviation > 0)
        {
            // The slot after this one holds the close of m bars before.
            Momentum = Math.Log(close / closes[(slot + 1) % closes.Length]) / (deviation * scale);
            Side = (sbyte)Math.Sign(Momentum);
        }

        Sigma = Volatility(high, low, close, deviation);
        bar++;
    }

    private double Volatility(double high, double low, double close, double deviation)
    {
        switch (kind)
        {
            case BarrierVolatility.Ewma:
                var weighted = exponential.Update(close);
                return bar < volatilityBars ? double.NaN : weighted;
            case BarrierVolatility.Range:
                return range.Update(high, low, close) / (close * RangeDistance.OfDeviation);
            default:
                return deviation;
        }
    }

    private void Push(double value)
    {
        if (returnCount == returns.Length)
        {
            returnCount = volatilityBars - 1;
            returns.AsSpan(returns.Length - returnCount).CopyTo(returns);
        }

        returns[returnCount++] = value;
    }
}
