using Ratchet.Features.Momentum;
using Ratchet.Features.Trend;
using Ratchet.Features.Volume;
using Ratchet.Market.Bars;
using Ratchet.Trading.Events;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// What the built-in strategies share for one symbol: the market's context, the indicators that may agree with a side, and the form of their signals. RSI,
/// MACD, volume and momentum are of the bars as they come; ATR, ADX and the averages are the context's. Constant cost a bar; allocates nothing after
/// construction.
/// </summary>
public sealed class SetupIndicators
{
    /// <summary>ADX from which a trend agrees with its side.</summary>
    public const double TrendAdx = 20;

    private const int RsiPeriod = 14;
    private const int MomentumBars = 10;

    private readonly MarketContextStream context;
    private readonly double[] outputs = new double[4];
    private RsiStep rsi;
    private MacdStep macd;
    private VolumeRatioStep volume;
    private ReturnStep change;

    /// <summary>Indicators of one symbol, before its first bar.</summary>
    /// <param name="contexts">Gives the context stream.</param>
    /// <param name="symbol">The symbol's place.</param>
    public SetupIndicators(MarketContexts contexts, int symbol)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        context = contexts.Begin(symbol);
        var frame = contexts.FrameOf(symbol);
        rsi = new RsiFamily(RsiPeriod).Begin(frame);
        macd = new MacdFamily().Begin(frame);
        volume = new VolumeRatioFamily().Begin(frame);
        change = new RocFamily(MomentumBars).Begin(frame);
    }

    /// <summary>The market as of the last bar.</summary>
    public ref readonly MarketContext Context => ref context.Current;

    /// <summary>RSI of 14 bars, 0 to 100.</summary>
    public double Rsi { get; private set; } = double.NaN;

    /// <summary>The histogram of the MACD (12, 26, 9) over the close.</summary>
    public double MacdHistogram { get; private set; } = double.NaN;

    /// <summary>The bar's volume over the mean of 20 bars, its own among them.</summary>
    public double VolumeRatio { get; private set; } = double.NaN;

    /// <summary>
    /// The change of the close over 10 bars in units of what a random walk with this range would do: (close - close 10 bars ago) / (ATR x sqrt(10)); 0 while the
    /// range is 0.
    /// </summary>
    public double Momentum { get; private set; } = double.NaN;

    /// <summary>Whether every indicator has seen enough bars.</summary>
    public bool IsWarm { get; private set; }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">The bar.</param>
    public void Update(in Bar bar)
    {
        context.Update(bar);
        rsi.Update(bar, outputs);
        Rsi = outputs[0];
        volume.Update(bar, outputs);
        VolumeRatio = outputs[0];
        change.Update(bar, outputs);
        var percent = outputs[0];
        macd.Update(bar, outputs);
        MacdHistogram = outputs[2];
        ref readonly var market = ref context.Current;
        var before = bar.Close / (1 + (percent / 100));
        Momentum = market.Atr == 0 ? 0 : (bar.Close - before) / (market.Atr * Math.Sqrt(MomentumBars));
        IsWarm = !double.IsNaN(market.Atr + market.Adx + market.FastAverage + market.SlowAverage + Rsi + MacdHistogram + VolumeRatio + Momentum);
    }

    /// <summary>
    /// How many of five indicators agree with a side, at least 1 because the setup itself speaks for it: the faster average on that side of the slower one; ADX
    /// of 20 or more with the DI of that side in front; RSI on that side of 50; the MACD's histogram on that side of 0; volume above its mean.
    /// </summary>
    /// <param name="side">+1 or -1.</param>
    public int Confluence(int side)
    {
        ref readonly var market = ref context.Current;
        var count = 0;
        count += side * (market.FastAverage - market.SlowAverage) > 0 ? 1 : 0;
        count += market.Adx >= TrendAdx && side * (market.PlusDi - market.MinusDi) > 0 ? 1 : 0;
        count += side * (Rsi - 50) > 0 ? 1 : 0;
        count += side * MacdHistogram > 0 ? 1 : 0;
        count += VolumeRatio > 1 ? 1 : 0;
        return Math.Max(1, count);
    }

    /// <summary>A signal without a side: no confidence (NaN) in the warm-up, 0 after it.</summary>
    /// <param name="strategy">The strategy's place in the options.</param>
    /// <param name="exitProbability">The probability that any position of the strategy should be left; NaN is no opinion.</param>
    public Signal Silent(int strategy, double exitProbability = double.NaN) => new(
        strategy,
        0,
        IsWarm ? 0 : double.NaN,
        Momentum,
        1,
        IsWarm ? exitProbability : double.NaN,
        context.Current.Atr,
        0,
        double.NaN,
        context.Current);

    /// <summary>A signal with a side. Its distance is the ATR.</summary>
    /// <param name="strategy">The strategy's place in the options.</param>
    /// <param name="side">+1 or -1.</param>
    /// <param name="strength">How strong the setup is, in [0, 1]; the score.</param>
    /// <param name="scale">Makes the confidence of the strength.</param>
    public Signal Entry(int strategy, int side, double strength, ConfidenceScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return new(
            strategy,
            (sbyte)side,
            scale.Of(strength),
            Momentum,
            1,
            double.NaN,
            context.Current.Atr,
            Confluence(side),
            strength,
            context.Current);
    }
}
