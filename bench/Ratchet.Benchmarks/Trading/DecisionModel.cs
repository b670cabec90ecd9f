using Ratchet.Features.Labels;
using Ratchet.Features.OnChain;
using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Benchmarks.Trading;

/// <summary>The ensemble of the defaults on the whole catalogue, learned on the first half of a synthetic market with an edge; a fitted HMM is given, so that no bar refits one.</summary>
internal sealed class DecisionModel
{
    private const int LearnedRows = 20_000;
    private const int LayerRows = 4_000;
    private const int Horizon = 24;

    public DecisionModel(int threads)
    {
        Bars = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = LearnedRows + LayerRows + 12_000, InformationCoefficient = 0.1 }).Bars;
        var options = new RegimeOptions();
        var fitted = FittedRegimes.Fit(Bars.Slice(new IndexRange(0, 4000)), options);
        Catalogue = new([.. TechnicalFeatures.All, .. StatisticalFeatures.All, .. RegimeFeatures.Create(options, fitted), .. OnChainFeatures.All]);
        var set = FeatureSet.All(Catalogue);
        Inputs = new() { Features = set, MomentumBars = 24, VolatilityBars = 48, Volatility = BarrierVolatility.Close, RangeBars = 14, HorizonBars = Horizon };
        var table = FeatureBuilder.Build(Bars, set, Catalogue, threads, CancellationToken.None);
        var signal = PrimarySignal.Compute(Bars, Inputs.MomentumBars, Inputs.VolatilityBars);
        Model = Learn(table, signal, threads);
    }

    public BarSeries Bars { get; }

    public FeatureCatalogue Catalogue { get; }

    public EnsembleInputs Inputs { get; }

    public EnsembleModel Model { get; }

    private EnsembleModel Learn(FeatureTable table, PrimarySignal signal, int threads)
    {
        var sides = signal.Side.Select(s => (double)s).ToArray();
        var sizes = signal.Momentum.Select(Math.Abs).ToArray();
        ReadOnlyMemory<double>[] columns = [.. table.Columns.Select(c => (ReadOnlyMemory<double>)c), sides, sizes];
        var first = table.FirstCompleteRow;
        var rows = Enumerable.Range(first, LearnedRows - first).Where(r => signal.Side[r] != 0 && columns.All(c => double.IsFinite(c.Span[r]))).ToArray();
        var layerRows = Enumerable.Range(LearnedRows, LayerRows).Where(r => signal.Side[r] != 0 && columns.All(c => double.IsFinite(c.Span[r]))).ToArray();
        var x = BinnedMatrix.Build(EnsembleInputs.LearnedNames(Inputs.Features.Features), columns, new IndexRange(first, LearnedRows), new BinningOptions(), threads, CancellationToken.None);
        var outcome = new double[Bars.Count];
        for (var i = 0; i + Horizon < outcome.Length; i++)
        {
            outcome[i] = signal.Side[i] * Math.Log(Bars.Close[i + Horizon] / Bars.Close[i]) / 0.05;
        }

        double[][] targets =
        [
            [.. outcome.Select(o => o > 0 ? 1.0 : 0)],
            [.. outcome.Select(o => Math.Clamp(0.5 + o, 0, 1))],
            [.. outcome.Select(o => o < 0 ? 1.0 : 0)],
            outcome,
        ];
        var options = new EnsembleOptions();
        var key = StreamKey.FromSeed(13);
        var predictions = new BasePredictions(Bars.Count);
        var forests = new RandomForest[EnsembleOptions.Roles.Count];
        foreach (var role in EnsembleOptions.Roles)
        {
            forests[(int)role] = new ForestLearner(options[role], key.Derive((int)role)).Learn(x, new TrainingView(rows, targets[(int)role], default), threads, CancellationToken.None);
            var output = new double[layerRows.Length];
            forests[(int)role].Predict(x, layerRows, output, threads, CancellationToken.None);
            for (var i = 0; i < output.Length; i++)
            {
                predictions[role][layerRows[i]] = output[i];
            }
        }

        var regimes = new MetaContext(signal.Side, Column(table, EnsembleInputs.Bull), Column(table, EnsembleInputs.Bear));
        var ends = Enumerable.Range(1, Bars.Count).ToArray();
        var weights = Enumerable.Repeat(1.0, Bars.Count).ToArray();
        var layer = MetaLayer.Learn(predictions, regimes, new(outcome, targets[2], ends, weights), layerRows, options.Meta);
        return new(forests, layer, 0.55);
    }

    private static double[] Column(FeatureTable table, string name)
    {
        for (var i = 0; i < table.Names.Count; i++)
        {
            if (table.Names[i] == name)
            {
                return table.Columns[i];
            }
        }

        throw new InvalidOperationException($"The catalogue has no feature '{name}'.");
    }
}
