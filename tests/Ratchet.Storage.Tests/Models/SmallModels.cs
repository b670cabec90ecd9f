using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Calibration;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Linear;
using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Models;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Storage.Tests.Models;

/// <summary>One small model of every kind, learned once.</summary>
internal static class SmallModels
{
    public const int Rows = 120;

    public static ModelMetadata Metadata { get; } = new()
    {
        Name = "small \"ä\"",
        CreatedBy = "Ratchet 1.2.3",
        CreatedAt = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero),
        DataHash = "d4t4",
        ConfigurationHash = "c0nf",
        Options = new Dictionary<string, string> { ["trees"] = "3", ["depth"] = "4" },
        Values = new Dictionary<string, string> { ["pair"] = "BTC/USDT" },
    };

    public static BinnedMatrix Matrix { get; } = MakeMatrix();

    public static int[] AllRows { get; } = [.. Enumerable.Range(0, Rows)];

    public static RandomForest Forest { get; } = Learn(new() { Trees = 3, MaxDepth = 4 }, Labels(2));

    public static RandomForest MultiClass { get; } = Learn(new() { Trees = 2, MaxDepth = 3 }, Labels(3));

    public static RandomForest Stump { get; } = Learn(new() { Trees = 1, MaxDepth = 1 }, Labels(2));

    public static BoostedTrees Boosted { get; } = Boost(BoostingObjective.BinaryLogistic, 2);

    public static BoostedTrees Softmax { get; } = Boost(BoostingObjective.Softmax, 3);

    public static LinearModel Linear { get; } = new([1.5, -2, double.Epsilon], 0.25);

    public static LogisticModel Logistic { get; } = new([0.5, -0.0, 3], -1, converged: false);

    public static PlattCalibration Platt { get; } = new(-1.25, 0.5);

    public static IsotonicCalibration Isotonic { get; } = new([-1, 0, 2], [0.1, 0.1, 0.9]);

    public static HmmModel Diagonal { get; } = new(HmmCovariance.Diagonal, 2, [0.4, 0.6], [0.9, 0.1, 0.2, 0.8], [0, 1, 2, 3], [1, 2, 3, 4]);

    public static HmmModel Full { get; } = new(
        HmmCovariance.Full, 2, [0.4, 0.6], [0.9, 0.1, 0.2, 0.8], [0, 1, 2, 3], [1, 0.5, 0.5, 2, 3, -1, -1, 4]);

    public static EnsembleModel Ensemble { get; } = MakeEnsemble(MetaLayer.FromParts(Layer(Isotonic)));

    public static MetaLayerParts Layer(ICalibration? exit) => new(
        0.5,
        0,
        0.3,
        new StandardScaler([0, 1, 2, 3, 4, 5, 6], [1, 2, 1, 2, 1, 2, 1]),
        new LogisticModel([0.1, 0.2, 0.3, -0.4, 0.5, -0.6, 0.7], 0.05),
        Platt,
        new LinearModel([0.7, 0.2, -0.3, 0.4, 0.5, 0.6, 0.1], -0.2),
        exit);

    public static EnsembleModel MakeEnsemble(MetaLayer layer)
    {
        var regression = new ForestOptions { Task = ForestTask.Regression, Trees = 2, MaxDepth = 3 };
        return new(
            [Forest, Learn(regression, Values(0.5)), Learn(new() { Trees = 2, MaxDepth = 5 }, Labels(2)), Learn(regression, Values(2))], layer, 0.6);
    }

    public static double[] Row(int row) => [.. Enumerable.Range(0, 3).Select(f => Cell(f, row))];

    private static RandomForest Learn(ForestOptions options, double[] targets) =>
        new ForestLearner(options, StreamKey.FromSeed(5).Derive(options.Trees)).Learn(Matrix, new(AllRows, targets, default), 1, CancellationToken.None);

    private static BoostedTrees Boost(BoostingObjective objective, int classes) =>
        new BoostedTreesLearner(new() { Objective = objective, Rounds = 2, MaxDepth = 2 }, StreamKey.FromSeed(9))
            .Learn(Matrix, new(AllRows, Labels(classes), default), null, null, 1, CancellationToken.None);

    private static double[] Labels(int classes) => [.. AllRows.Select(i => (double)((int)(Math.Abs(Cell(0, i)) * 3) % classes))];

    private static double[] Values(double scale) => [.. AllRows.Select(i => scale * ((double.IsNaN(Cell(1, i)) ? 0 : Cell(1, i)) + Cell(0, i)))];

    private static double Cell(int feature, int row) =>
        feature == 1 && row % 11 == 0 ? double.NaN : StreamKey.FromSeed(11).Derive(feature).Derive(row).Open().NextNormal();

    private static BinnedMatrix MakeMatrix()
    {
        var columns = Enumerable.Range(0, 3).Select(f => (ReadOnlyMemory<double>)Enumerable.Range(0, Rows).Select(i => Cell(f, i)).ToArray()).ToArray();
        return BinnedMatrix.Build(["rsi_14", "atr", "größe"], columns, new IndexRange(0, Rows), new() { MaxBins = 16 }, 1, CancellationToken.None);
    }
}
