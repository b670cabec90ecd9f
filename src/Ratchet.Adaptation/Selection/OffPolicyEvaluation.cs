using Ratchet.Numerics.Distributions;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Adaptation.Selection;

/// <summary>Judges a policy from the log of another one.</summary>
/// <remarks>
/// The weight of a choice is what the policy would have given it over its propensity, clipped. Horvitz and Thompson (1952); Swaminathan and Joachims (2015) for the
/// self-normalised form; Dudik, Langford and Li (2011) for the doubly robust one, whose model is the mean reward of each context and action on the other half of the
/// log, shrunk towards the half's mean by five trades. Intervals are normal, from the standard error of the terms (for the self-normalised one of weight x (reward -
/// estimate) over the mean weight). A policy that puts weight where the log never went cannot be judged there: the effective samples and the sum of weights show it.
/// </remarks>
public static class OffPolicyEvaluation
{
    private const double ModelTrades = 5;

    /// <summary>Estimates. Cost: samples x actions.</summary>
    /// <param name="samples">The log.</param>
    /// <param name="target">The probability of each action under the policy that is judged, row by row: samples x actions.</param>
    /// <param name="actions">How many actions there are, from 1.</param>
    /// <param name="contexts">How many contexts there are, from 1.</param>
    /// <param name="clip">The largest weight. Default 20, from 1.</param>
    /// <param name="confidence">Of the intervals. Default 0.90, in (0, 1).</param>
    /// <exception cref="ArgumentException">A length, a number or a place is outside its range.</exception>
    public static OffPolicyResult Evaluate(
        ReadOnlySpan<OffPolicySample> samples, ReadOnlySpan<double> target, int actions, int contexts, double clip = 20, double confidence = 0.90)
    {
        Check(samples, target, actions, contexts, clip, confidence);
        var n = samples.Length;
        var model = new double[2 * contexts * actions];
        Model(samples, actions, contexts, model);
        var weights = new double[n];
        var plain = new double[n];
        var robust = new double[n];
        var (sum, squares, weighted, logged, largest, clipped) = (0.0, 0.0, 0.0, 0.0, 0.0, 0);
        for (var i = 0; i < n; i++)
        {
            var row = target.Slice(i * actions, actions);
            var one = samples[i];
            var raw = row[one.Action] / one.Propensity;
            var weight = Math.Min(raw, clip);
            largest = Math.Max(largest, raw);
            clipped += raw > clip ? 1 : 0;
            var fitted = model.AsSpan((((i + 1) % 2 * contexts) + one.Context) * actions, actions);
            var direct = 0.0;
            for (var a = 0; a < actions; a++)
            {
                direct += row[a] * fitted[a];
            }

            weights[i] = weight;
            plain[i] = weight * one.Reward;
            robust[i] = direct + (weight * (one.Reward - fitted[one.Action]));
            sum += weight;
            squares += weight * weight;
            weighted += plain[i];
            logged += one.Reward;
        }

        var z = Reach(confidence);
        var normalised = sum > 0 ? weighted / sum : double.NaN;
        for (var i = 0; i < n; i++)
        {
            weights[i] = sum > 0 ? weights[i] * (samples[i].Reward - normalised) * n / sum : double.NaN;
        }

        var spread = Mean(weights, z);
        return new(
            n,
            n > 0 ? logged / n : double.NaN,
            Mean(plain, z),
            new(normalised, normalised + spread.Low - spread.Value, normalised + spread.High - spread.Value),
            Mean(robust, z),
            squares > 0 ? sum * sum / squares : 0,
            largest,
            clipped);
    }

    // The z whose two-sided tail is 1 - confidence, by bisection: it is needed once.
    private static double Reach(double confidence)
    {
        var (low, high) = (0.0, 40.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = NormalDistribution.TwoSidedTail(middle) > 1 - confidence ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static OffPolicyEstimate Mean(double[] terms, double z)
    {
        if (terms.Length < 2)
        {
            return new(terms.Length == 1 ? terms[0] : double.NaN, double.NaN, double.NaN);
        }

        var mean = LaneReduction.Mean(terms);
        var error = Math.Sqrt(LaneReduction.Variance(terms, 1) / terms.Length);
        return new(mean, mean - (z * error), mean + (z * error));
    }

    // Half h of the model is learned from the samples whose number is h modulo 2, and used for the others.
    private static void Model(ReadOnlySpan<OffPolicySample> samples, int actions, int contexts, double[] model)
    {
        var counts = new double[model.Length];
        Span<double> sums = stackalloc double[2];
        Span<int> halves = stackalloc int[2];
        for (var i = 0; i < samples.Length; i++)
        {
            var place = ((((i % 2) * contexts) + samples[i].Context) * actions) + samples[i].Action;
            model[place] += samples[i].Reward;
            counts[place]++;
            sums[i % 2] += samples[i].Reward;
            halves[i % 2]++;
        }

        for (var p = 0; p < model.Length; p++)
        {
            var half = p / (contexts * actions);
            var overall = halves[half] > 0 ? sums[half] / halves[half] : 0;
            model[p] = (model[p] + (ModelTrades * overall)) / (counts[p] + ModelTrades);
        }
    }

    private static void Check(
        ReadOnlySpan<OffPolicySample> samples, ReadOnlySpan<double> target, int actions, int contexts, double clip, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(actions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(contexts, 1);
        if (!(clip >= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(clip), clip, "clip must be at least 1.");
        }

        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "confidence must be in (0, 1).");
        }

        if (target.Length != samples.Length * actions)
        {
            throw new ArgumentException($"There are {samples.Length} samples of {actions} actions; target has {target.Length} elements.", nameof(target));
        }

        for (var i = 0; i < samples.Length; i++)
        {
            var s = samples[i];
            if ((uint)s.Context >= (uint)contexts || (uint)s.Action >= (uint)actions || s.Propensity is not (> 0 and <= 1) || !double.IsFinite(s.Reward))
            {
                throw new ArgumentException($"Sample {i} is {s}; contexts are below {contexts}, actions below {actions}, propensities in (0, 1], rewards finite.", nameof(samples));
            }
        }
    }
}
