using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Adaptation.Selection;

/// <summary>One symbol in one regime whose best profile falls from the top to the bottom, and whose worst rises to the top, in the middle of the run.</summary>
public static class SwitchingStudy
{
    private const int Window = 100;
    private const MarketRegime Regime = MarketRegime.TrendUp;

    /// <summary>The ways that are compared by default.</summary>
    public static IReadOnlyList<LearningSetup> Setups()
    {
        var plain = new BanditOptions { Alpha = 0, Pooling = false, PriorFromExpectancy = false, ClipLow = -10, ClipHigh = 10 };
        var setups = new List<LearningSetup>();
        foreach (var full in new[] { false, true })
        {
            setups.Add(new("plain average, epsilon-greedy", Of(plain), full));
            setups.Add(new("alpha 0.20, epsilon-greedy", Of(plain with { Alpha = 0.2 }), full));
            setups.Add(new("epsilon-greedy with change detection", Of(plain with { DetectChanges = true }), full));
            setups.Add(new("discounted UCB", Of(plain with { Policy = BanditPolicy.DiscountedUcb }), full));
            setups.Add(new("EXP3.S", Of(plain with { Policy = BanditPolicy.Exp3S, ExponentialShare = 0.3, ClipLow = -4, ClipHigh = 4 }), full));
            setups.Add(new("plain average, Thompson", Of(plain with { Policy = BanditPolicy.Thompson }), full));
            setups.Add(new("Thompson with change detection", Of(plain with { Policy = BanditPolicy.Thompson, DetectChanges = true }), full));
            setups.Add(new("UCB1-tuned with change detection", Of(plain with { Policy = BanditPolicy.Ucb1Tuned, DetectChanges = true, ClipLow = -4, ClipHigh = 4 }), full));
            setups.Add(new("Thompson, alpha 0.05", Of(plain with { Policy = BanditPolicy.Thompson, Alpha = 0.05 }), full));
        }

        return setups;
    }

    /// <summary>Runs one way to learn.</summary>
    /// <param name="setup">The way.</param>
    /// <param name="gap">How far the best is above the worst, in R; the others lie in the middle.</param>
    /// <param name="deviation">The standard deviation of a trade, in R.</param>
    /// <param name="before">Trades before the change, from 100.</param>
    /// <param name="seeds">How many runs, from 1.</param>
    /// <param name="key">Names the random streams.</param>
    /// <param name="threads">How many threads, from 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static SwitchingResult Run(
        LearningSetup setup, double gap, double deviation, int before, int seeds, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(before, Window);
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var world = LearningWorld.Standard(deviation: deviation);
        var allowed = Enumerable.Range(0, world.Profiles.Count).Where(p => !double.IsNaN(world.Mean(Regime, p))).ToArray();
        var (first, second) = (allowed[0], allowed[^1]);
        double[] Means(int best, int worst) => [.. Enumerable.Range(0, world.Profiles.Count).Select(p => p == best ? gap / 2 : p == worst ? -gap / 2 : 0)];
        var (old, changed) = (world.With(Regime, Means(first, second)), world.With(Regime, Means(second, first)));
        var runs = new (bool Knew, bool Recovered, double Before, double After)[seeds];
        Parallel.For(
            0,
            seeds,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            seed => runs[seed] = One(setup, old, changed, before, key.Derive(seed)));
        return new(
            setup,
            runs.Count(r => r.Knew) / (double)seeds,
            runs.Count(r => r.Recovered) / (double)seeds,
            runs.Sum(r => r.Before) / seeds,
            runs.Sum(r => r.After) / seeds);
    }

    private static SelectorOptions Of(BanditOptions bandit) => new() { Bandit = bandit };

    private static (bool Knew, bool Recovered, double Before, double After) One(LearningSetup setup, LearningWorld old, LearningWorld changed, int before, StreamKey key)
    {
        var selector = new ProfileSelector(setup.Options with { Seed = key.Derive("choices").Value }, old.Profiles, 1);
        var random = key.Derive("world").Open();
        var results = new double[old.Profiles.Count];
        var knew = false;
        var (earlier, later) = (0.0, 0.0);
        for (var t = 1; t <= before + Window; t++)
        {
            var world = t <= before ? old : changed;
            world.Draw(Regime, random, results);
            var choice = selector.Choose(t, 0, Regime, 0);
            selector.Reward(t, choice.Decision, results[choice.Profile], 1);
            for (var p = 0; setup.FullInformation && p < results.Length; p++)
            {
                if (p != choice.Profile && !double.IsNaN(results[p]))
                {
                    selector.RewardSimulated(t, choice.Decision, p, results[p], 1);
                }
            }

            earlier += t > before - Window && t <= before ? results[choice.Profile] : 0;
            later += t > before ? results[choice.Profile] : 0;
            knew |= t == before && Top(selector, setup) == old.Best(Regime);
        }

        return (knew, Top(selector, setup) == changed.Best(Regime), earlier / Window, later / Window);
    }

    // What the policy would choose most often: its largest probability, which for greedy policies is the largest estimate.
    private static int Top(ProfileSelector selector, LearningSetup setup)
    {
        Span<double> probabilities = stackalloc double[selector.Profiles.Count];
        Span<double> values = stackalloc double[selector.Profiles.Count];
        var mask = 0UL;
        for (var p = 0; p < selector.Profiles.Count; p++)
        {
            mask |= selector.Profiles[p].Allows(RegimeNames.Of(Regime)) ? 1UL << p : 0;
        }

        PolicyProbabilities.Fill(selector.Table, setup.Options.Bandit, 0, Regime, mask, -1, probabilities, values);
        var top = 0;
        for (var p = 1; p < probabilities.Length; p++)
        {
            top = probabilities[p] > probabilities[top] ? p : top;
        }

        return top;
    }
}
