using Ratchet.Features.Labels;
using Ratchet.Features.Sets;
using Ratchet.Learning.Binning;

namespace Ratchet.Lifecycle.Datasets;

/// <summary>What a dataset is made with.</summary>
public sealed record DatasetOptions
{
    /// <summary>The feature set.</summary>
    public required FeatureSet Features { get; init; }

    /// <summary>Where the features are defined.</summary>
    public required FeatureCatalogue Catalogue { get; init; }

    /// <summary>Where feature columns are kept between runs; null for nowhere. It changes no number.</summary>
    public IFeatureColumnStore? Columns { get; init; }

    /// <summary>Bars of the momentum whose sign is the primary signal's side; default 24, 1 to 1,000.</summary>
    public int MomentumBars { get; init; } = 24;

    /// <summary>Bars of the volatility that barriers are measured in; default 48, 5 to 1,000.</summary>
    public int VolatilityBars { get; init; } = 48;

    /// <summary>What that volatility is estimated from; default the closes.</summary>
    public BarrierVolatility Volatility { get; init; }

    /// <summary>The longest horizon that any label will have; rows whose label would reach beyond the data are left out; default 48 bars.</summary>
    public int LongestHorizon { get; init; } = 48;

    /// <summary>Bars of the average true range that stops are measured in; default 14, 2 to 500.</summary>
    public int RangeBars { get; init; } = 14;

    /// <summary>How features are quantised.</summary>
    public BinningOptions Binning { get; init; } = new() { MaxBins = 64 };

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        Range(nameof(MomentumBars), MomentumBars, 1, 1000);
        Range(nameof(VolatilityBars), VolatilityBars, 5, 1000);
        Range(nameof(LongestHorizon), LongestHorizon, 1, 1000);
        Range(nameof(RangeBars), RangeBars, 2, 500);
        Binning.Validate();
    }

    private static void Range(string name, int value, int low, int high)
    {
        if (value < low || value > high)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in [{low}, {high}].");
        }
    }
}
