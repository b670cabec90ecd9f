using Ratchet.Features.Labels;
using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Strategies.Ensemble;

/// <summary>
/// A trained ensemble bar by bar for one symbol: for each closed bar the same bits that the batch path gives for its row. Features look back without end (averages
/// that decay, regimes fitted on a schedule counted from the first bar), so the bits agree where the stream is given the same bars from the first on. Allocates
/// nothing between fits of the regime features. Not safe for use by several threads at once.
/// </summary>
public sealed class EnsembleStream
{
    private readonly EnsembleModel model;
    private readonly FeatureStreamSet features;
    private readonly PrimarySignalStream primary;
    private readonly RangeDistance distance;
    private readonly double[] row;
    private readonly double scale;
    private readonly int bull;
    private readonly int bear;

    /// <summary>Begins before the first bar.</summary>
    /// <param name="model">The trained model.</param>
    /// <param name="inputs">What it is to be shown.</param>
    /// <param name="catalogue">Where the features are defined, with the settings that they were trained with.</param>
    /// <param name="timeFrame">The length of the bars to come.</param>
    /// <exception cref="ArgumentException">A feature is unknown or cannot be made from these bars, a setting is out of its range, or the model has other inputs.</exception>
    public EnsembleStream(EnsembleModel model, EnsembleInputs inputs, FeatureCatalogue catalogue, TimeFrame timeFrame)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(catalogue);
        inputs.Validate();
        var names = EnsembleInputs.LearnedNames(inputs.Features.Features);
        if (!names.SequenceEqual(model.FeatureNames, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The model has the inputs {string.Join(", ", model.FeatureNames)}; the features give {string.Join(", ", names)}. They must be the same in the same order.", nameof(inputs));
        }

        this.model = model;
        features = new FeatureStreamSet(inputs.Features, catalogue, timeFrame);
        primary = new PrimarySignalStream(inputs.MomentumBars, inputs.VolatilityBars, inputs.Volatility);
        distance = new RangeDistance(inputs.RangeBars);
        scale = Math.Sqrt(inputs.HorizonBars);
        row = new double[names.Count];
        bull = IndexOf(features.Names, EnsembleInputs.Bull);
        bear = IndexOf(features.Names, EnsembleInputs.Bear);
    }

    /// <summary>How many bars have been taken.</summary>
    public int BarCount { get; private set; }

    /// <summary>The filtered probability of the rising regime at the last bar; NaN where it is no feature of the model, or not known yet.</summary>
    public double Bull => bull < 0 || BarCount == 0 ? double.NaN : row[bull];

    /// <summary>The filtered probability of the falling regime at the last bar; NaN where it is no feature of the model, or not known yet.</summary>
    public double Bear => bear < 0 || BarCount == 0 ? double.NaN : row[bear];

    /// <summary>How many bars come before the first one whose features are all known.</summary>
    public int FirstCompleteRow => features.FirstCompleteRow;

    /// <summary>For each feature, whose code computes it; see <see cref="FeatureTable.Identities"/>.</summary>
    public IReadOnlyList<string> FeatureIdentities => features.Identities;

    /// <summary>Takes one closed bar.</summary>
    /// <param name="bar">The bar that closed, later than the one before.</param>
    /// <param name="signal">The row as of its close. Side, momentum and distance are given as soon as they are known; the rest is NaN where false is returned.</param>
    /// <returns>Whether the models have spoken: every feature is known, and there is a side, a momentum and a volatility.</returns>
    /// <exception cref="ArgumentException">The bar is not later than the one before; nothing has changed then.</exception>
    public bool Update(in Bar bar, out EnsembleSignalRow signal)
    {
        var count = row.Length - 2;
        features.Update(bar, row.AsSpan(0, count));
        primary.Update(bar);
        var range = distance.Update(bar);
        var (side, momentum) = (primary.Side, primary.Momentum);
        var complete = BarCount++ >= features.FirstCompleteRow && side != 0 && double.IsFinite(momentum) && primary.Sigma > 0 && range > 0;
        for (var c = 0; complete && c < count; c++)
        {
            complete = double.IsFinite(row[c]);
        }

        if (!complete)
        {
            signal = new(side, momentum, double.NaN, double.NaN, double.NaN, double.NaN, range * scale);
            return false;
        }

        row[count] = side;
        row[count + 1] = Math.Abs(momentum);
        var said = model.Predict(row, side, bull < 0 ? double.NaN : row[bull], bear < 0 ? double.NaN : row[bear]);
        signal = new(side, momentum, said.Confidence, said.Size, said.ExpectedR, said.ExitProbability, range * scale);
        return true;
    }

    /// <summary>Forgets every bar.</summary>
    public void Reset()
    {
        features.Reset();
        primary.Reset();
        distance.Reset();
        BarCount = 0;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
