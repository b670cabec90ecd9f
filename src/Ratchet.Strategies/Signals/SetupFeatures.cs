using Ratchet.Features.Momentum;
using Ratchet.Features.Volume;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Trading.Events;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// A setup in seven numbers, seen from its side, so that longs and shorts can be compared: log(ATR / close), ADX / 100, side x (RSI - 50) / 50, side x momentum, side x
/// (close - slow average) / ATR, log of the volume over its mean of 20 bars (at least 0.01), side x (+DI - -DI) / 100. One stream a symbol.
/// </summary>
public sealed class SetupFeatures
{
    private const double LeastVolume = 0.01;

    private readonly double[] output = new double[1];
    private RsiStep rsi = new RsiFamily(14).Begin(TimeFrame.Hour1);
    private VolumeRatioStep volume = new VolumeRatioFamily().Begin(TimeFrame.Hour1);
    private double rsiNow = double.NaN;
    private double volumeNow = double.NaN;

    /// <summary>The names of the numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = ["log_atr_share", "adx", "rsi_side", "momentum_side", "average_distance_side", "log_volume_ratio", "direction_side"];

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">The bar.</param>
    public void Update(in Bar bar)
    {
        rsi.Update(bar, output);
        rsiNow = output[0];
        volume.Update(bar, output);
        volumeNow = output[0];
    }

    /// <summary>Writes the setup of a signal at the last bar given; false where a number is not known or not finite.</summary>
    /// <param name="signal">A signal with a side.</param>
    /// <param name="setup">Room for one number a name.</param>
    public bool TryWrite(in Signal signal, Span<double> setup)
    {
        var market = signal.Context;
        double side = signal.Side;
        setup[0] = Math.Log(market.Atr / market.Price);
        setup[1] = market.Adx / 100;
        setup[2] = side * (rsiNow - 50) / 50;
        setup[3] = side * signal.Momentum;
        setup[4] = side * (market.Price - market.SlowAverage) / market.Atr;
        setup[5] = Math.Log(Math.Max(volumeNow, LeastVolume));
        setup[6] = side * (market.PlusDi - market.MinusDi) / 100;
        var isFinite = side != 0;
        for (var i = 0; i < Names.Count; i++)
        {
            isFinite &= double.IsFinite(setup[i]);
        }

        return isFinite;
    }
}
