using System.Diagnostics;
using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Trading.Profiles;

namespace Ratchet.Benchmarks.Adaptation;

/// <summary>P22a: a choice of the selector, four symbols, seven profiles, pooling on, no journal.</summary>
internal static class SelectorCases
{
    private const int Choices = 2000;
    private const int Rounds = 200;

    public static CaseResult Choose(BenchmarkContext context)
    {
        var quality = new List<KeyValuePair<string, double>>();
        foreach (var policy in Enum.GetValues<BanditPolicy>())
        {
            if (policy != BanditPolicy.EpsilonGreedy)
            {
                quality.Add(new($"{policy}_us".ToLowerInvariant(), Measure(policy).Micros.Median));
            }
        }

        var (micros, allocated) = Measure(BanditPolicy.EpsilonGreedy);
        return new(micros, [new("allocated_bytes", allocated), .. quality]);
    }

    private static (Spread Micros, double Allocated) Measure(BanditPolicy policy)
    {
        var selector = new ProfileSelector(new() { Bandit = new() { Policy = policy } }, TradeProfiles.All, 4);
        for (var i = 0; i < 20_000; i++)
        {
            var choice = selector.Choose(i, i % 4, (MarketRegime)(1 + (i % 5)), 0.05);
            selector.Reward(i, choice.Decision, (i % 7) - 2, 3);
        }

        var micros = new double[Rounds];
        long allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Choices; i++)
            {
                selector.Choose(i, i % 4, (MarketRegime)(1 + (i % 5)), 0.05);
            }

            micros[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Choices;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (Spread.Of(micros), allocated);
    }
}
