using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Simulation;

namespace Ratchet.Trading.Tests.Simulation;

/// <summary>Random candles with gaps and random signals with holes, named by a seed.</summary>
internal sealed class RandomMarket
{
    public RandomMarket(ulong seed, int bars, double signalShare = 0.3, double volatility = 0.01)
    {
        var random = StreamKey.FromSeed(seed).Derive("market").Open();
        (Open, High, Low, Close) = (new double[bars], new double[bars], new double[bars], new double[bars]);
        (Side, Confidence, Size) = (new sbyte[bars], new double[bars], new double[bars]);
        (Momentum, ExitProbability, Distance) = (new double[bars], new double[bars], new double[bars]);
        var price = 100.0;
        for (var i = 0; i < bars; i++)
        {
            var gap = random.NextDouble() < 0.2 ? random.NextNormal() * 1.5 * volatility : 0;
            Open[i] = price * Math.Exp(gap);
            Close[i] = Open[i] * Math.Exp(random.NextNormal() * volatility);
            High[i] = Math.Max(Open[i], Close[i]) * Math.Exp(Math.Abs(random.NextNormal()) * volatility / 2);
            Low[i] = Math.Min(Open[i], Close[i]) * Math.Exp(-Math.Abs(random.NextNormal()) * volatility / 2);
            price = Close[i] + ((100 - Close[i]) * 0.001);
            Side[i] = (sbyte)(random.NextDouble() < signalShare ? (random.NextDouble() < 0.5 ? 1 : -1) : 0);
            Confidence[i] = random.NextDouble() < 0.05 ? double.NaN : random.NextDouble();
            Size[i] = random.NextDouble() < 0.05 ? double.NaN : random.NextDouble() * 1.2;
            Momentum[i] = random.NextNormal();
            ExitProbability[i] = random.NextDouble() < 0.05 ? double.NaN : random.NextDouble() * 0.75;
            Distance[i] = random.NextDouble() < 0.05 ? 0 : price * volatility * (0.5 + random.NextDouble());
        }
    }

    public double[] Open { get; }

    public double[] High { get; }

    public double[] Low { get; }

    public double[] Close { get; }

    public sbyte[] Side { get; }

    public double[] Confidence { get; }

    public double[] Size { get; }

    public double[] Momentum { get; }

    public double[] ExitProbability { get; }

    public double[] Distance { get; }

    public MarketColumns Market => new() { Open = Open, High = High, Low = Low, Close = Close };

    public SignalColumns Signals => new()
    {
        Side = Side,
        Confidence = Confidence,
        Size = Size,
        Momentum = Momentum,
        ExitProbability = ExitProbability,
        Distance = Distance,
    };

    /// <summary>Random but valid options.</summary>
    public static SimulationOptions Options(ulong seed)
    {
        var random = StreamKey.FromSeed(seed).Derive("options").Open();
        var targets = random.NextInt(4);
        double[][] steps = [[], [1], [0.4, 1], [0.5, 0.75, 1]];
        double[][] fractions = [[], [1], [0.6, 0.4], [0.5, 0.3, 0.2]];
        return new()
        {
            RiskPerTrade = 0.005 + (random.NextDouble() * 0.05),
            MaximumGrossPerSymbol = 0.1 + (random.NextDouble() * 0.9),
            FeeRate = random.NextDouble() * 0.001,
            MakerFeeRate = random.NextInt(2) == 0 ? null : random.NextDouble() * 0.0005,
            SlippageBps = random.NextDouble() * 10,
            StopMultiple = 0.3 + (random.NextDouble() * 3),
            TargetMultiple = 0.3 + (random.NextDouble() * 3),
            TargetSteps = steps[targets],
            TargetFractions = fractions[targets],
            BreakEvenAfterFirstTarget = random.NextInt(2) == 0,
            TrailingMultiple = random.NextInt(2) == 0 ? 0 : 0.2 + random.NextDouble(),
            HorizonBars = 1 + random.NextInt(40),
            ConfidenceThreshold = random.NextDouble() * 0.8,
            MomentumThreshold = random.NextDouble(),
            ExitThreshold = 0.5 + (random.NextDouble() * 0.3),
        };
    }
}
