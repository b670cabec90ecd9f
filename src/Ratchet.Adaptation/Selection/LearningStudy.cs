using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Selection;

/// <summary>
/// Lets selectors learn in a world whose best profiles are known, over many seeds. Each trade is of a random symbol; a symbol's regime lasts 20 of its trades in the
/// mean. Every way to learn sees the same worlds. Seeds run in parallel and are added in their order, so the result is the same for any number of threads.
/// </summary>
public static class LearningStudy
{
    private const double MeanStay = 20;

    /// <summary>The ways that are compared by default: every policy, with and without pooling and full information.</summary>
    public static IReadOnlyList<LearningSetup> Setups()
    {
        var setups = new List<LearningSetup>();
        foreach (var policy in Enum.GetValues<BanditPolicy>())
        {
            foreach (var (pooling, full) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                setups.Add(new(policy.ToString(), new() { Bandit = new() { Policy = policy, Pooling = pooling, ClipLow = -10, ClipHigh = 10 } }, full));
            }
        }

        return setups;
    }

    /// <summary>Runs one way to learn.</summary>
    /// <param name="world">The world.</param>
    /// <param name="setup">The way.</param>
    /// <param name="symbols">How many symbols share the trades, from 1.</param>
    /// <param name="checkpoints">After how many trades to look, rising.</param>
    /// <param name="seeds">How many runs, from 1.</param>
    /// <param name="key">Names the random streams.</param>
    /// <param name="threads">How many threads, from 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static LearningResult Run(
        LearningWorld world, LearningSetup setup, int symbols, IReadOnlyList<int> checkpoints, int seeds, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var runs = new double[seeds][];
        Parallel.For(
            0,
            seeds,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            seed => runs[seed] = One(world, setup, symbols, checkpoints, key.Derive(seed)));
        var count = checkpoints.Count;
        double Mean(int place) => runs.Sum(r => r[place]) / seeds;
        return new(
            setup,
            checkpoints,
            [.. Enumerable.Range(0, count).Select(Mean)],
            [.. Enumerable.Range(count, count).Select(Mean)],
            [.. Enumerable.Range(2 * count, count).Select(Mean)],
            [.. Enumerable.Range(3 * count, count).Select(Mean)],
            Mean(4 * count));
    }

    private static double[] One(LearningWorld world, LearningSetup setup, int symbols, IReadOnlyList<int> checkpoints, StreamKey key)
    {
        var options = setup.Options with { Seed = key.Derive("choices").Value };
        var selector = new ProfileSelector(options, world.Profiles, symbols);
        var random = key.Derive("world").Open();
        var regimes = new MarketRegime[symbols];
        var results = new double[world.Profiles.Count];
        var standard = TradeProfiles.IndexOf(world.Profiles, options.DefaultProfile);
        var count = checkpoints.Count;
        var output = new double[(4 * count) + 1];
        var (regret, still, floor, earned, next) = (0.0, 0.0, 0.0, 0.0, 0);
        for (var s = 0; s < symbols; s++)
        {
            regimes[s] = LearningWorld.Regimes[random.NextInt(LearningWorld.Regimes.Count)];
        }

        for (var t = 1; t <= checkpoints[^1]; t++)
        {
            var symbol = random.NextInt(symbols);
            if (random.NextDouble() < 1 / MeanStay)
            {
                regimes[symbol] = LearningWorld.Regimes[random.NextInt(LearningWorld.Regimes.Count)];
            }

            var regime = regimes[symbol];
            world.Draw(regime, random, results);
            var choice = selector.Choose(t, symbol, regime, 0);
            selector.Reward(t, choice.Decision, results[choice.Profile], 1);
            for (var p = 0; setup.FullInformation && p < results.Length; p++)
            {
                if (p != choice.Profile && !double.IsNaN(results[p]))
                {
                    selector.RewardSimulated(t, choice.Decision, p, results[p], 1);
                }
            }

            var best = world.Mean(regime, world.Best(regime));
            regret += best - world.Mean(regime, choice.Profile);
            still += best - world.Mean(regime, standard);
            floor += options.Bandit.Epsilon * world.MeanGap(regime);
            earned += results[choice.Profile];
            if (t == checkpoints[next])
            {
                output[next] = Found(selector, world, symbols);
                output[count + next] = regret;
                output[(2 * count) + next] = still;
                output[(3 * count) + next] = floor;
                next++;
            }
        }

        output[4 * count] = earned / checkpoints[^1];
        return output;
    }

    private static double Found(ProfileSelector selector, LearningWorld world, int symbols)
    {
        var found = 0.0;
        for (var s = 0; s < symbols; s++)
        {
            foreach (var regime in LearningWorld.Regimes)
            {
                found += selector.Best(s, regime) == world.Best(regime) ? 1 : 0;
            }
        }

        return found / (symbols * LearningWorld.Regimes.Count);
    }
}
