using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Weights;

/// <summary>
/// The weight of every strategy in every regime. A composite of 0.5 aims at the base weight, 1 at the maximum, 0 at the minimum, linear between; a weight
/// moves towards that by at most its step and stays within its bounds. Not thread-safe.
/// </summary>
public sealed class WeightTable
{
    private readonly double[] bases;
    private readonly double[] weights;

    /// <summary>Every weight at its base, held within the bounds.</summary>
    /// <param name="bases">The base weight of every strategy, finite and above 0.</param>
    /// <param name="options">The bounds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A base weight is not finite and above 0, or an option is outside its range.</exception>
    public WeightTable(IReadOnlyList<double> bases, WeightOptions options)
    {
        options.Validate();
        for (var s = 0; s < bases.Count; s++)
        {
            if (!(bases[s] > 0 && double.IsFinite(bases[s])))
            {
                throw new ArgumentOutOfRangeException($"bases[{s}]", bases[s], $"bases[{s}] must be finite and above 0.");
            }
        }

        this.bases = [.. bases];
        weights = new double[bases.Count * PerformanceDecomposer.Regimes];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Base(i / PerformanceDecomposer.Regimes, options);
        }
    }

    /// <summary>The weight of a strategy in a regime.</summary>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="regime">The regime.</param>
    public double this[int strategy, MarketRegime regime] => weights[(strategy * PerformanceDecomposer.Regimes) + (int)regime];

    /// <summary>The base weight of a strategy, held within the bounds.</summary>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="options">The bounds.</param>
    public double Base(int strategy, WeightOptions options) => Math.Clamp(bases[strategy], options.Minimum, options.Maximum);

    /// <summary>Where a composite aims.</summary>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="composite">The composite, in [0, 1].</param>
    /// <param name="options">The bounds.</param>
    public double Target(int strategy, double composite, WeightOptions options)
    {
        var middle = Base(strategy, options);
        return composite >= 0.5
            ? middle + ((options.Maximum - middle) * 2 * (composite - 0.5))
            : options.Minimum + ((middle - options.Minimum) * 2 * composite);
    }

    /// <summary>Moves a weight one step towards where its figures aim; too few trades leave it.</summary>
    /// <param name="time">Now.</param>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="figures">The strategy's figures in the regime.</param>
    /// <param name="options">Step, bounds and shares.</param>
    /// <param name="riskShare">The share of the capital that 1 R stands for.</param>
    /// <param name="change">The change.</param>
    /// <returns>Whether the weight changed.</returns>
    public bool Update(long time, int strategy, MarketRegime regime, in PerformanceFigures figures, WeightOptions options, double riskShare, out WeightChange change)
    {
        change = default;
        if (figures.Trades < options.LeastTrades)
        {
            return false;
        }

        var composite = CompositeScore.Of(figures, options, riskShare).Value;
        var target = Target(strategy, composite, options);
        ref var weight = ref weights[(strategy * PerformanceDecomposer.Regimes) + (int)regime];
        var before = weight;
        var step = options.Step * before;
        var isFar = Math.Abs(target - before) > step;
        var after = Math.Clamp(isFar ? before + (Math.Sign(target - before) * step) : target, options.Minimum, options.Maximum);
        if (after == before)
        {
            return false;
        }

        weight = after;
        change = new(time, strategy, regime, before, after, target, composite, figures.Trades, isFar ? WeightChangeReason.Stepped : WeightChangeReason.Reached);
        return true;
    }

    /// <summary>Sets every weight back to its base.</summary>
    /// <param name="time">Now.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="changes">What changed is added here.</param>
    public void Reset(long time, WeightOptions options, ICollection<WeightChange> changes) =>
        Set(time, i => Base(i / PerformanceDecomposer.Regimes, options), WeightChangeReason.Reset, changes);

    /// <summary>Brings every weight within new bounds.</summary>
    /// <param name="time">Now.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="changes">What changed is added here.</param>
    public void Bound(long time, WeightOptions options, ICollection<WeightChange> changes) =>
        Set(time, i => Math.Clamp(weights[i], options.Minimum, options.Maximum), WeightChangeReason.Bounds, changes);

    /// <summary>Writes the weights.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(StateWriter writer)
    {
        foreach (var weight in weights)
        {
            writer.Write(weight);
        }
    }

    /// <summary>Reads the weights.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">The bytes end, or a weight is not finite and above 0.</exception>
    public void Read(ref StateReader reader)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = reader.ReadDouble();
            weights[i] = weight > 0 && double.IsFinite(weight) ? weight : throw new InvalidDataException($"A state holds a weight of {weight}; weights are finite and above 0.");
        }
    }

    private void Set(long time, Func<int, double> value, WeightChangeReason reason, ICollection<WeightChange> changes)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var after = value(i);
            if (after != weights[i])
            {
                var regime = (MarketRegime)(i % PerformanceDecomposer.Regimes);
                changes.Add(new(time, i / PerformanceDecomposer.Regimes, regime, weights[i], after, double.NaN, double.NaN, 0, reason));
                weights[i] = after;
            }
        }
    }
}
