using System.Diagnostics;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Benchmarks.Adaptation;

/// <summary>P22b and DECOMPOSE: a signal scored, and a million closed trades decomposed.</summary>
internal static class AdvisorCases
{
    private const int Strategies = 4;
    private const int Symbols = 10;
    private const int Trades = 1_000_000;

    public static CaseResult Score(BenchmarkContext context)
    {
        const int Scores = 100_000;
        var advisor = new StrategyAdvisor(new(), ["a", "b", "c", "d"], [1, 1, 0.8, 1], Symbols);
        foreach (var trade in Make(20_000))
        {
            advisor.Closed(trade);
        }

        var passed = 0;
        long allocated = 0;
        var kept = Spread.OfSeconds(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < Scores; i++)
                {
                    passed += advisor.Score(i, i % Strategies, i % Symbols, (MarketRegime)(i % RegimeNames.Count), 0.4 + (0.5 * (i & 7) / 8), i % 6).Passes ? 1 : 0;
                }

                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            15).Map(s => s / Scores * 1e6);

        // A closed trade drops what was kept of its strategy: the first score after it pays for the beta function.
        var fresh = new double[5000];
        var next = 0;
        foreach (var trade in Make(fresh.Length))
        {
            advisor.Closed(trade);
            var start = Stopwatch.GetTimestamp();
            advisor.Score(0, trade.Strategy, trade.Symbol, trade.Regime, 0.7, 3);
            fresh[next++] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return new(kept, [new("allocated_bytes", allocated), new("after_a_trade_us", Spread.Of(fresh).Median), new("passed_share", passed / (16.0 * Scores))]);
    }

    public static CaseResult Decompose(BenchmarkContext context)
    {
        var trades = Make(Trades);
        var kept = new PerformanceDecomposer(new(), Strategies, Symbols);
        var start = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var trade in trades)
        {
            kept.Add(trade);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - start;
        var seconds = Spread.OfSeconds(
            () =>
            {
                var decomposer = new PerformanceDecomposer(new(), Strategies, Symbols);
                foreach (var trade in trades)
                {
                    decomposer.Add(trade);
                }
            },
            7);
        GC.KeepAlive(kept);
        return new(seconds, [new("memory_mb", grown / 1e6), new("trades", kept.Count), new("groups", kept.Groups(Grouping.Strategy | Grouping.Symbol | Grouping.Regime).Count())]);
    }

    private static StrategyTrade[] Make(int count)
    {
        var random = StreamKey.FromSeed(22).Derive("trades").Open();
        var trades = new StrategyTrade[count];
        for (var i = 0; i < count; i++)
        {
            var result = random.NextNormal() + 0.1;
            trades[i] = new(
                random.NextInt(Strategies), random.NextInt(Symbols), (MarketRegime)random.NextInt(RegimeNames.Count), 1, i * 60_000L, (i * 60_000L) + 1000, 50 * result, 1, 0.1, result, false);
        }

        return trades;
    }
}
