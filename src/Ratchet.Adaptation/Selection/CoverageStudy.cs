using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Adaptation.Selection;

/// <summary>Checks the intervals of <see cref="OffPolicyEvaluation"/> in a world where the truth is known: one log a run, one policy judged from it.</summary>
public static class CoverageStudy
{
    /// <summary>
    /// Runs. The log is of an epsilon-greedy selector: one that learns as it goes, or one that stands still (epsilon-greedy around the default profile, which makes
    /// the choices independent, as the intervals assume). The judged policy takes the world's best profile of each regime with 0.9 and any allowed one with 0.1.
    /// </summary>
    /// <param name="world">The world.</param>
    /// <param name="epsilon">The log's epsilon, in (0, 1].</param>
    /// <param name="learns">Whether the logging selector learns.</param>
    /// <param name="decisions">Choices in a log, from 2.</param>
    /// <param name="runs">How many logs, from 1.</param>
    /// <param name="key">Names the random streams.</param>
    /// <param name="threads">How many threads, from 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static IReadOnlyList<CoverageResult> Run(
        LearningWorld world, double epsilon, bool learns, int decisions, int runs, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decisions, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var policy = Enumerable.Range(0, RegimeNames.Count).Select(r => Judged(world, (MarketRegime)r)).ToArray();
        var truth = LearningWorld.Regimes.Average(r => Enumerable.Range(0, world.Profiles.Count).Sum(p => policy[(int)r][p] > 0 ? policy[(int)r][p] * world.Mean(r, p) : 0));
        var results = new OffPolicyResult[runs];
        Parallel.For(
            0,
            runs,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            run => results[run] = One(world, policy, epsilon, learns, decisions, key.Derive(run)));
        return
        [
            Of("IPS", truth, [.. results.Select(r => r.InversePropensity)]),
            Of("self-normalised IPS", truth, [.. results.Select(r => r.SelfNormalised)]),
            Of("doubly robust", truth, [.. results.Select(r => r.DoublyRobust)]),
        ];
    }

    private static double[] Judged(LearningWorld world, MarketRegime regime)
    {
        var result = new double[world.Profiles.Count];
        var allowed = Enumerable.Range(0, result.Length).Where(p => !double.IsNaN(world.Mean(regime, p))).ToArray();
        foreach (var p in allowed)
        {
            result[p] = (0.1 / allowed.Length) + (p == world.Best(regime) ? 0.9 : 0);
        }

        return result;
    }

    private static OffPolicyResult One(LearningWorld world, double[][] policy, double epsilon, bool learns, int decisions, StreamKey key)
    {
        var random = key.Derive("world").Open();
        var options = new SelectorOptions
        {
            Seed = key.Derive("choices").Value,
            Bandit = new() { Policy = BanditPolicy.EpsilonGreedy, Epsilon = epsilon, ClipLow = -10, ClipHigh = 10, PriorFromExpectancy = false },
        };
        var selector = new ProfileSelector(options, world.Profiles, 1);
        var samples = new OffPolicySample[decisions];
        var actions = world.Profiles.Count;
        var target = new double[decisions * actions];
        var earned = new double[actions];
        for (var i = 0; i < decisions; i++)
        {
            var regime = LearningWorld.Regimes[random.NextInt(LearningWorld.Regimes.Count)];
            world.Draw(regime, random, earned);
            var choice = selector.Choose(i, 0, regime, 0);
            samples[i] = new((int)regime, choice.Profile, choice.Propensity, earned[choice.Profile]);
            policy[(int)regime].CopyTo(target, i * actions);
            if (learns)
            {
                selector.Reward(i, choice.Decision, earned[choice.Profile], 1);
            }
        }

        return OffPolicyEvaluation.Evaluate(samples, target, actions, RegimeNames.Count, clip: 1000);
    }

    private static CoverageResult Of(string name, double truth, IReadOnlyList<OffPolicyEstimate> estimates) => new(
        name,
        estimates.Count(e => e.Covers(truth)) / (double)estimates.Count,
        estimates.Average(e => e.Value - truth),
        Math.Sqrt(estimates.Average(e => (e.Value - truth) * (e.Value - truth))),
        estimates.Average(e => e.High - e.Low));
}
