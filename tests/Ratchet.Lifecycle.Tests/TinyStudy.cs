using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Numerics.Windows;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Tests;

/// <summary>A whole study in a fraction of a second: a few fast features, forests of some trees, R = 9.</summary>
internal static class TinyStudy
{
    private static readonly FeatureCatalogue Catalogue = new([.. TechnicalFeatures.All, .. StatisticalFeatures.All]);

    public static DatasetOptions DatasetOptions { get; } = new()
    {
        Features = new("tiny", ["rsi_14", "ret_1", "ret_20", "realized_vol_20", "realized_vol_60", "zscore_50", "macd_hist", "volume_sma_ratio"]),
        Catalogue = Catalogue,
        Binning = new() { MaxBins = 32 },
    };

    public static StudySettings Settings { get; } = new()
    {
        Seed = 5,
        Hyperband = new HyperbandOptions { MaximumResource = 9, Eta = 3 },
        Estimators = new IntDistribution(5, 10, Step: 5),
        ReevaluateTop = 2,
        RandomEntryDraws = 20,
        Ensemble = Forests(9),
        Validation = new ValidationSettings
        {
            Folds = 3,
            ReevaluationFolds = 3,
            MinimumTrainingSamples = 300,
            WalkForwardWindows = 4,
            BurnInRows = 100,
        },
    };

    public static EnsembleOptions Forests(int trees)
    {
        var ensemble = new EnsembleOptions();
        foreach (var role in EnsembleOptions.Roles)
        {
            ensemble = ensemble.With(role, ensemble[role] with { Trees = trees, MaxDepth = 5 });
        }

        return ensemble;
    }

    public static BarSeries Market(int bars = 3500, ulong seed = 11, double coefficient = 0.1) =>
        SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = bars, Seed = seed, InformationCoefficient = coefficient }).Bars;

    public static Dataset Dataset(BarSeries bars, IndexRange? edgeRows = null) =>
        DatasetBuilder.Build(bars, DatasetOptions, edgeRows ?? new(0, bars.Count), 1, TestContext.Current.CancellationToken);

    /// <summary>The first bars as they are; from the cut on, bars of another market, joined without a gap in price.</summary>
    public static BarSeries ReplaceFrom(BarSeries bars, int cut, ulong seed)
    {
        var other = Market(bars.Count, seed, 0);
        var scale = bars.Close[cut - 1] / other.Close[cut - 1];
        return new(bars.Symbol, bars.TimeFrame, bars.Columns with
        {
            Open = Join(bars.Open, other.Open, cut, scale),
            High = Join(bars.High, other.High, cut, scale),
            Low = Join(bars.Low, other.Low, cut, scale),
            Close = Join(bars.Close, other.Close, cut, scale),
            Volume = Join(bars.Volume, other.Volume, cut, 2),
            TradeCount = default,
            TakerBuyVolume = default,
        });
    }

    public static BarSeries PricesAndVolume(BarSeries bars) =>
        new(bars.Symbol, bars.TimeFrame, bars.Columns with { TradeCount = default, TakerBuyVolume = default });

    public static StudyOutcome Run(Dataset dataset, StudySettings settings, int threads, IStudyStorage? storage = null)
    {
        var studies = storage ?? new InMemoryStudyStorage();
        return new StudyRunner(dataset, settings, threads, TimeProvider.System)
            .Run(stage => Study.LoadOrCreate(studies, stage), null, TestContext.Current.CancellationToken);
    }

    private static double[] Join(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int cut, double scale)
    {
        var joined = first.ToArray();
        for (var i = cut; i < joined.Length; i++)
        {
            joined[i] = second[i] * scale;
        }

        return joined;
    }
}
