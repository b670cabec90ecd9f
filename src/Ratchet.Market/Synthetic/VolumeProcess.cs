using Ratchet.Numerics.Randomness;

namespace Ratchet.Market.Synthetic;

/// <summary>
/// Volume, trades and taker-buy volume of each bar.
/// <para>log volume = log mean + season(time of day) + 0.5 log(s_t / base) + 0.35 (|u_t| - 0.75) + e_t, with e_t = 0.7 e_{t-1} + 0.25 n_t;
/// season(x) = 0.45 cos(2 pi (x - 15 h) / 24 h) + 0.15 cos(4 pi (x - 9 h) / 24 h) - 0.1, at the middle of the bar, UTC.</para>
/// <para>Trades = volume / mean trade size * exp(0.1 n), rounded up; buyers' share = 0.5 + 0.08 tanh(u_t) + 0.04 n, held in [0.05, 0.95].
/// All depend on the present bar's shock only, so nothing of the future is in them.</para>
/// </summary>
internal sealed class VolumeProcess
{
    private const double Day = 86_400_000;
    private const double TradeSize = 0.05;

    private readonly RandomStream stream;
    private readonly double logMean;
    private readonly double halfBar;
    private readonly double baseVolatility;
    private double noise;

    public VolumeProcess(SyntheticMarketOptions options, double baseVolatility, RandomStream stream)
    {
        this.stream = stream;
        this.baseVolatility = baseVolatility;
        logMean = Math.Log(options.HourlyVolume * options.TimeFrame.Minutes / 60);
        halfBar = options.TimeFrame.Milliseconds / 2.0;
    }

    public (double Volume, double Trades, double TakerBuy) Next(long openTime, double volatility, double shock)
    {
        noise = (0.7 * noise) + (0.25 * stream.NextNormal());
        var phase = 2 * Math.PI * (((openTime + halfBar) % Day) / Day);
        var season = (0.45 * Math.Cos(phase - (2 * Math.PI * 15 / 24))) + (0.15 * Math.Cos((2 * phase) - (4 * Math.PI * 9 / 24))) - 0.1;
        var size = Math.Abs(shock);
        var volume = Math.Exp(logMean + season + (0.5 * Math.Log(volatility / baseVolatility)) + (0.35 * (size - 0.75)) + noise);
        var trades = Math.Ceiling(volume / TradeSize * Math.Exp(0.1 * stream.NextNormal()));
        var share = Math.Clamp(0.5 + (0.08 * Math.Tanh(shock)) + (0.04 * stream.NextNormal()), 0.05, 0.95);
        return (volume, trades, volume * share);
    }
}
