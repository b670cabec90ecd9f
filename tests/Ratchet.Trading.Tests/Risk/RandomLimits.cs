using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>Limits that are tight and wide, and breakers that are on and off.</summary>
internal static class RandomLimits
{
    public static RiskLimits Draw(RandomStream random)
    {
        double Share(double typical) => random.NextInt(4) == 0 ? double.PositiveInfinity : typical * Math.Exp(0.7 * random.NextNormal());
        var reduce = 0.01 + (0.12 * random.NextDouble());
        return new()
        {
            RiskPerTrade = Math.Min(1, 0.01 * Math.Exp(2 * random.NextNormal())),
            PositionValue = Share(0.3),
            GrossPerSymbol = Share(0.4),
            GrossPerStrategy = Share(0.6),
            GrossExposure = Share(0.8),
            NetExposure = Share(0.5),
            CorrelatedExposure = Share(0.4),
            OpenPositions = 1 + random.NextInt(8),
            DailyLoss = 0.01 + (0.1 * random.NextDouble()),
            DrawdownReduce = reduce,
            DrawdownHalt = Math.Min(1, reduce * (1.2 + (2 * random.NextDouble()))),
            LosingRun = random.NextInt(7),
            LosingRunPause = 1 + random.NextInt(20_000_000),
            VolatilitySpike = random.NextInt(2) == 0 ? 0 : 2 + (2 * random.NextDouble()),
            BreakerPause = 1 + random.NextInt(10_000_000),
            StaleBars = random.NextInt(5),
            GapBars = random.NextInt(3),
            RejectedOrders = random.NextInt(4),
            SlippageBps = random.NextInt(2) == 0 ? 0 : 15,
            ClockSkew = random.NextInt(2) == 0 ? 0 : 4000,
            RequireReadiness = random.NextInt(4) == 0,
            ModelAge = random.NextInt(2) == 0 ? 0 : 20_000_000,
        };
    }
}
