using System.Buffers;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Adaptation.Tests.Advising;

/// <summary>One random event after another, the same for the same stream.</summary>
internal sealed class AdvisorHistory(RandomStream random, int strategies, int symbols)
{
    private const long Hour = 3_600_000;
    private double drift;
    private long time = random.NextInt(100_000);

    public static AdvisorOptions Options(RandomStream random, AdvisorOptions preset) => preset with
    {
        HistoryLength = 5 + random.NextInt(20),
        QualityFiltering = random.NextInt(4) != 0,
        AdaptiveWeighting = random.NextInt(4) != 0,
        Retirement = random.NextInt(4) != 0,
        Windows = new() { LastTrades = 5 + random.NextInt(20), MostTimedTrades = 10, LastMilliseconds = 100 * Hour },
        WeightRules = preset.WeightRules with { LeastTrades = 2 + random.NextInt(5) },
        QualityRules = preset.QualityRules with { LeastTrades = 1 + random.NextInt(10), Threshold = 0.3 + (0.5 * random.NextDouble()), BareWinRate = random.NextInt(3) == 0 },
        RetirementRules = preset.RetirementRules with { LeastTrades = 2 + random.NextInt(10), Window = 30, Readmission = random.NextInt(2) == 0 },
    };

    public static byte[] Bytes(StrategyAdvisor advisor)
    {
        var buffer = new ArrayBufferWriter<byte>();
        advisor.Write(new(buffer));
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Plays one event; returns the score where it was a signal.</summary>
    public (AdvisorScore Score, int Strategy, double Confidence)? Next(StrategyAdvisor advisor)
    {
        time += (long)(random.NextDouble() * random.NextDouble() * 10 * Hour);
        var strategy = random.NextInt(strategies);
        var symbol = random.NextInt(symbols);
        var regime = (MarketRegime)random.NextInt(RegimeNames.Count);
        switch (random.NextInt(50))
        {
            case 0:
                advisor.Force(time, strategy, (RetirementStatus)random.NextInt(4), "ann", "test");
                return null;
            case 1:
                var changed = advisor.Options with
                {
                    QualityFiltering = random.NextInt(2) == 0,
                    AdaptiveWeighting = random.NextInt(2) == 0,
                    Retirement = random.NextInt(2) == 0,
                    WeightRules = advisor.Options.WeightRules with { Minimum = 0.05 + (0.1 * random.NextDouble()), Maximum = 1 + (2 * random.NextDouble()) },
                };
                advisor.Configure(time, changed, "ann", "test");
                return null;
            case 2:
                advisor.ResetWeights(time, "ann", "test");
                return null;
            case < 20:
                var odd = random.NextInt(20);
                var confidence = odd == 0 ? double.NaN : odd == 1 ? 2 : random.NextDouble();
                return (advisor.Score(time, strategy, symbol, regime, confidence, random.NextInt(7)), strategy, confidence);
            case < 30:
                advisor.Update(time, regime);
                return null;
            default:
                drift = random.NextInt(10) == 0 ? (2 * random.NextDouble()) - 1 : drift;
                var result = random.NextInt(60) == 0 ? double.NaN : random.NextNormal() + drift;
                advisor.Closed(new(
                    strategy, symbol, random.NextInt(3) == 0 ? regime : MarketRegime.TrendUp, 1, time - Hour, time, 100 * result, 1, 0.1, result, random.NextInt(3) == 0, 2 * random.NextDouble()));
                return null;
        }
    }
}
