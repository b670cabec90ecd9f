using System.Numerics;
using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Bandits;

/// <summary>
/// The probability of every arm under a policy. Policies are these vectors: a choice is one draw from them, so that what is logged as propensity is what was done.
/// Upper-bound policies put all probability on one arm. Allocates nothing.
/// </summary>
public static class PolicyProbabilities
{
    private const int GridPoints = 48;
    private const double Reach = 4;

    /// <summary>Fills the probabilities and the estimates they come from; arms that are not allowed have probability 0.</summary>
    /// <param name="table">What is known.</param>
    /// <param name="options">The policy.</param>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="allowed">Bit i is set where arm i is allowed; at least one.</param>
    /// <param name="preferred">Which arm wins ties where it is among the best; else the lowest does. -1 is none.</param>
    /// <param name="probabilities">Receives one number for each arm.</param>
    /// <param name="values">Receives one estimate for each arm.</param>
    /// <returns>The arm with the largest estimate.</returns>
    /// <exception cref="ArgumentException">A span has another length than there are arms, or nothing is allowed.</exception>
    public static int Fill(
        BanditTable table,
        BanditOptions options,
        int symbol,
        MarketRegime regime,
        ulong allowed,
        int preferred,
        Span<double> probabilities,
        Span<double> values)
    {
        var arms = table.Arms;
        if (probabilities.Length != arms || values.Length != arms || (allowed & (ulong.MaxValue >> (64 - arms))) == 0)
        {
            throw new ArgumentException($"There are {arms} arms; the spans have {probabilities.Length} and {values.Length}, and allowed is {allowed:X}.", nameof(allowed));
        }

        Span<double> trades = stackalloc double[arms];
        Span<double> deviations = stackalloc double[arms];
        for (var i = 0; i < arms; i++)
        {
            var estimate = table.Estimate(symbol, regime, i);
            (values[i], trades[i], deviations[i]) = (estimate.Value, estimate.Trades, estimate.Deviation);
        }

        probabilities.Clear();
        var best = Best(values, allowed, preferred);
        switch (options.Policy)
        {
            case BanditPolicy.Thompson:
                Matching(values, trades, deviations, allowed, probabilities);
                break;
            case BanditPolicy.Ucb1Tuned:
                Tuned(values, trades, deviations, options.ClipHigh - options.ClipLow, allowed, preferred, probabilities);
                break;
            case BanditPolicy.DiscountedUcb:
                Discounted(table.Cells(symbol, regime), values, deviations, options, allowed, preferred, probabilities);
                break;
            case BanditPolicy.Exp3S:
                Exponential(table.Cells(symbol, regime), options.ExponentialShare, allowed, probabilities);
                break;
            case BanditPolicy.Softmax:
                Soft(values, options.Temperature, best, allowed, probabilities);
                break;
            default:
                Uniform(allowed, Epsilon(options, table.Choices(symbol, regime)), probabilities);
                probabilities[best] += 1 - Epsilon(options, table.Choices(symbol, regime));
                break;
        }

        return best;
    }

    /// <summary>Epsilon after some choices: epsilon x 2^(-choices / half-life), not below its floor; constant without a half-life.</summary>
    /// <param name="options">The policy.</param>
    /// <param name="choices">How many choices were made in the context.</param>
    public static double Epsilon(BanditOptions options, long choices) => options.EpsilonHalfLife > 0
        ? Math.Max(Math.Min(options.EpsilonFloor, options.Epsilon), options.Epsilon * double.Exp2(-choices / options.EpsilonHalfLife))
        : options.Epsilon;

    /// <summary>The arm that a uniform number in [0, 1) points at.</summary>
    /// <param name="probabilities">Their sum is 1.</param>
    /// <param name="uniform">The number.</param>
    public static int Draw(ReadOnlySpan<double> probabilities, double uniform)
    {
        var last = 0;
        var sum = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] <= 0)
            {
                continue;
            }

            last = i;
            sum += probabilities[i];
            if (uniform < sum)
            {
                return i;
            }
        }

        return last;
    }

    private static bool Has(ulong allowed, int arm) => (allowed >> arm & 1) != 0;

    private static int Best(ReadOnlySpan<double> values, ulong allowed, int preferred)
    {
        var best = preferred >= 0 && Has(allowed, preferred) ? preferred : BitOperations.TrailingZeroCount(allowed);
        for (var i = 0; i < values.Length; i++)
        {
            if (Has(allowed, i) && values[i] > values[best])
            {
                best = i;
            }
        }

        return best;
    }

    private static void Uniform(ulong allowed, double mass, Span<double> probabilities)
    {
        var share = mass / BitOperations.PopCount(allowed);
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = Has(allowed, i) ? share : 0;
        }
    }

    // P(arm i has the largest mean), the means being normal: on a grid over all of them, the mass of i in a step times the others' share below it.
    private static void Matching(ReadOnlySpan<double> values, ReadOnlySpan<double> trades, ReadOnlySpan<double> deviations, ulong allowed, Span<double> probabilities)
    {
        Span<double> spread = stackalloc double[values.Length];
        Span<double> below = stackalloc double[values.Length];
        Span<double> upTo = stackalloc double[values.Length];
        var (low, high) = (double.MaxValue, double.MinValue);
        for (var i = 0; i < values.Length; i++)
        {
            if (Has(allowed, i))
            {
                spread[i] = deviations[i] / Math.Sqrt(Math.Max(trades[i], 1));
                low = Math.Min(low, values[i] - (Reach * spread[i]));
                high = Math.Max(high, values[i] + (Reach * spread[i]));
            }
        }

        below.Clear();
        var step = (high - low) / GridPoints;
        var total = 0.0;
        for (var g = 1; g <= GridPoints; g++)
        {
            var x = low + (g * step);
            var product = 1.0;
            for (var i = 0; i < values.Length; i++)
            {
                if (Has(allowed, i))
                {
                    upTo[i] = NormalBelow((x - values[i]) / spread[i]);
                    product *= Math.Max((upTo[i] + below[i]) / 2, 1e-12);
                }
            }

            for (var i = 0; i < values.Length; i++)
            {
                if (Has(allowed, i))
                {
                    var mass = (upTo[i] - below[i]) * product / Math.Max((upTo[i] + below[i]) / 2, 1e-12);
                    probabilities[i] += mass;
                    total += mass;
                    below[i] = upTo[i];
                }
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            probabilities[i] /= total;
        }
    }

    // The logistic approximation of the normal distribution (Page, 1977), off by less than 0.00015.
    private static double NormalBelow(double z) => 1 / (1 + Math.Exp(-((1.5976 * z) + (0.07056 * z * z * z))));

    // Auer, Cesa-Bianchi and Fischer (2002): rewards in [0, 1] have a variance of at most 1/4; ours are as wide as the clip.
    private static void Tuned(
        ReadOnlySpan<double> values, ReadOnlySpan<double> trades, ReadOnlySpan<double> deviations, double width, ulong allowed, int preferred, Span<double> probabilities)
    {
        Span<double> bounds = stackalloc double[values.Length];
        var total = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            total += Has(allowed, i) ? Math.Max(trades[i], 1) : 0;
        }

        for (var i = 0; i < values.Length; i++)
        {
            var rate = Math.Log(total) / Math.Max(trades[i], 1);
            var relative = deviations[i] / width;
            bounds[i] = values[i] + (width * Math.Sqrt(rate * Math.Min(0.25, (relative * relative) + Math.Sqrt(2 * rate))));
        }

        probabilities[Best(bounds, allowed, preferred)] = 1;
    }

    private static void Discounted(
        ReadOnlySpan<BanditCell> cells, ReadOnlySpan<double> values, ReadOnlySpan<double> deviations, BanditOptions options, ulong allowed, int preferred, Span<double> probabilities)
    {
        Span<double> bounds = stackalloc double[values.Length];
        var total = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            total += Has(allowed, i) ? cells[i].Discounted + 1 : 0;
        }

        for (var i = 0; i < values.Length; i++)
        {
            // The estimate counts as one trade: where all was forgotten, it is what is left.
            var trades = cells[i].Discounted + 1;
            var mean = (cells[i].DiscountedSum + values[i]) / trades;
            bounds[i] = mean + (deviations[i] * Math.Sqrt(options.DiscountedWidth * Math.Log(Math.Max(total, 1)) / trades));
        }

        probabilities[Best(bounds, allowed, preferred)] = 1;
    }

    private static void Exponential(ReadOnlySpan<BanditCell> cells, double uniform, ulong allowed, Span<double> probabilities)
    {
        var sum = 0.0;
        for (var i = 0; i < cells.Length; i++)
        {
            sum += Has(allowed, i) ? cells[i].Weight : 0;
        }

        Uniform(allowed, sum > 0 ? uniform : 1, probabilities);
        for (var i = 0; i < cells.Length && sum > 0; i++)
        {
            probabilities[i] += Has(allowed, i) ? (1 - uniform) * cells[i].Weight / sum : 0;
        }
    }

    private static void Soft(ReadOnlySpan<double> values, double temperature, int best, ulong allowed, Span<double> probabilities)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            probabilities[i] = Has(allowed, i) ? Math.Exp((values[i] - values[best]) / temperature) : 0;
            sum += probabilities[i];
        }

        for (var i = 0; i < values.Length; i++)
        {
            probabilities[i] /= sum;
        }
    }
}
