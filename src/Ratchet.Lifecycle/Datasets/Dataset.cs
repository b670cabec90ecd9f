using Ratchet.Features.Labels;
using Ratchet.Features.Sets;
using Ratchet.Learning.Binning;
using Ratchet.Market.Bars;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Datasets;

/// <summary>
/// Everything that trials share, made once: bars, features, their quantised matrix, the primary signal. Immutable;
/// models, folds and trials take views of it and never copy it.
/// </summary>
public sealed class Dataset
{
    internal Dataset(
        BarSeries bars,
        FeatureTable features,
        BinnedMatrix matrix,
        IReadOnlyList<ReadOnlyMemory<double>> learnedColumns,
        PrimarySignal primary,
        double[] distance,
        int[] rows,
        MetaContext context,
        DatasetOptions options,
        string contentHash)
    {
        Bars = bars;
        Features = features;
        Matrix = matrix;
        LearnedColumns = learnedColumns;
        Primary = primary;
        Distance = distance;
        Rows = rows;
        Context = context;
        Options = options;
        ContentHash = contentHash;
    }

    /// <summary>The bars.</summary>
    public BarSeries Bars { get; }

    /// <summary>The features, unquantised, the side and the size of the momentum last.</summary>
    public FeatureTable Features { get; }

    /// <summary>The features, quantised.</summary>
    public BinnedMatrix Matrix { get; }

    /// <summary>The matrix's columns before they were quantised, in its order.</summary>
    public IReadOnlyList<ReadOnlyMemory<double>> LearnedColumns { get; }

    /// <summary>Side, momentum and volatility.</summary>
    public PrimarySignal Primary { get; }

    /// <summary>One bar's volatility as a distance of price, implied by the average true range; NaN before its warm-up.</summary>
    public ReadOnlyMemory<double> Distance { get; }

    /// <summary>Bars that can be learned from and traded: every feature known, a side given, room for the longest label. Rising.</summary>
    public ReadOnlyMemory<int> Rows { get; }

    /// <summary>Side and regime for the meta layer.</summary>
    public MetaContext Context { get; }

    /// <summary>The longest horizon, in bars, that a label of this dataset may have.</summary>
    public int LongestHorizon => Options.LongestHorizon;

    /// <summary>What it was made with.</summary>
    public DatasetOptions Options { get; }

    /// <summary>SHA-256 of the bars and of what the features were made with, the code of a user's own features among it.</summary>
    public string ContentHash { get; }
}
