using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Features;
using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Simulation;

namespace Ratchet.Benchmarks.Trading;

/// <summary>The peers' million bars with signals at random bars and the ATR as their distance.</summary>
internal sealed class TradedBars
{
    public const int Bars = 1_000_000;
    private readonly sbyte[] side = new sbyte[Bars];
    private readonly double[] confidence = new double[Bars];
    private readonly double[] distance = new double[Bars];
    private readonly double[] exit = new double[Bars];

    /// <summary>Signals at a share of the bars.</summary>
    public TradedBars(BenchmarkContext context, double signalShare)
    {
        Series = BenchmarkBars.Read(context, Bars);
        AverageTrueRange.Compute(Series.High, Series.Low, Series.Close, 14, distance);
        var random = StreamKey.FromSeed(14).Derive("signals").Open();
        for (var i = 0; i < Bars; i++)
        {
            var speaks = random.NextDouble() < signalShare;
            side[i] = (sbyte)(speaks ? (random.NextDouble() < 0.5 ? 1 : -1) : 0);
            confidence[i] = 0.5 + (0.5 * random.NextDouble());
            exit[i] = random.NextDouble() * 0.71;
        }
    }

    public BarSeries Series { get; }

    public MarketColumns Market => new() { Open = Series.Open, High = Series.High, Low = Series.Low, Close = Series.Close };

    public SignalColumns Signals => new() { Side = side, Confidence = confidence, Distance = distance, ExitProbability = exit };

    /// <summary>Three targets, break-even and trailing; limits that are all watched and too wide to end the run.</summary>
    public EngineOptions Options(int horizon = 12) => new()
    {
        Instruments = [new() { Symbol = Series.Symbol, Frame = Series.TimeFrame }],
        Strategies = [new() { Name = "signals", ConfidenceThreshold = 0.55, Exits = new() { TrailingMultiple = 1, HorizonBars = horizon } }],
        Venue = new() { TakerFee = 0.00002, SlippageBps = 0.1 },
        Sizing = new() { RiskPerTrade = 0.0005 },
        Limits = new() { DailyLoss = 1, DrawdownReduce = 0.998, DrawdownHalt = 0.999, LosingRun = 0 },
    };
}
