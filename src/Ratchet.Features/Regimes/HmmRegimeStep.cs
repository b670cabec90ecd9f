using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Learning.Markov;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Regimes;

/// <summary>
/// Filtered regime probabilities from a model that was fitted on earlier bars only. Allocates at fits, not between them.
/// </summary>
internal sealed class HmmRegimeStep(RegimeOptions options, FittedRegimes? given = null) : IFeatureStep
{
    private readonly TrendObserver trend = new();
    private readonly SlidingWindow fastTrends = new(given is null ? options.WindowBars : 1);
    private readonly SlidingWindow slowTrends = new(given is null ? options.WindowBars : 1);
    private readonly double[] probabilities = new double[given?.Model.States ?? options.States];
    private readonly double[] observation = new double[FittedRegimes.Dimensions];
    private readonly bool isGiven = given is not null;
    private int barCount;
    private int fitCount;
    private FittedRegimes? fitted = given;
    private HmmFilter? filter = given is null ? null : new HmmFilter(given.Model);
    private int likeliest = -1;
    private int duration;

    // What the present model believes, for tests of what a fit has seen.
    internal ReadOnlySpan<double> Means => fitted is null ? [] : fitted.Model.Means;

    public void Update(in Bar bar, Span<double> outputs)
    {
        if (!isGiven && barCount >= options.MinimumBars && (barCount - options.MinimumBars) % options.RefitEveryBars == 0)
        {
            Refit();
        }

        Observe(bar.Close);
        barCount++;
        if (filter is null || fastTrends.Count == 0)
        {
            outputs.Fill(double.NaN);
            return;
        }

        fitted!.Standardise(fastTrends.Values[^1], slowTrends.Values[^1], observation);
        filter.Update(observation, probabilities);
        Write(outputs);
    }

    // Before the bar at hand is looked at: the fit knows earlier bars only.
    private void Refit()
    {
        var key = StreamKey.FromSeed(options.Seed).Derive("regimes").Derive(fitCount++);
        fitted = FittedRegimes.Fit(fastTrends.Values, slowTrends.Values, fitted, options, key);
        filter = new HmmFilter(fitted.Model);
        for (var i = 0; i < fastTrends.Count; i++)
        {
            fitted.Standardise(fastTrends.Values[i], slowTrends.Values[i], observation);
            filter.Update(observation, probabilities);
        }
    }

    private void Observe(double close)
    {
        if (trend.Push(close))
        {
            fastTrends.Push(trend.Fast);
            slowTrends.Push(trend.Slow);
        }
    }

    private void Write(Span<double> outputs)
    {
        var states = probabilities.Length;
        var transitions = fitted!.Model.Transitions;
        var (stay, entropy, rest, top) = (0.0, 0.0, 0.0, 0);
        for (var k = 0; k < states; k++)
        {
            var p = probabilities[k];
            stay += p * transitions[(k * states) + k];
            entropy -= p > 0 ? p * Math.Log(p) : 0;
            rest += k > 0 && k < states - 1 ? p : 0;
            top = p > probabilities[top] ? k : top;
        }

        duration = top == likeliest ? duration + 1 : 1;
        likeliest = top;
        outputs[0] = probabilities[0];
        outputs[1] = probabilities[states - 1];
        outputs[2] = rest;
        outputs[3] = Math.Clamp(1 - stay, 0, 1);
        outputs[4] = Math.Log(1 + duration);
        outputs[5] = Math.Clamp(entropy / Math.Log(states), 0, 1);
    }
}
