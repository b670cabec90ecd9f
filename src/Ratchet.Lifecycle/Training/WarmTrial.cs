using Ratchet.Features.Labels;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Forests;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Numerics.Randomness;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Training;

/// <summary>
/// A configuration between rungs. A forest predicts the mean of its trees, so what must be kept to go on is, for each model, the sum
/// of its trees' predictions on the rows that each fold tests, and how many trees there are: tree t is the same whenever it is grown.
/// </summary>
internal sealed class WarmTrial
{
    private static readonly int RoleCount = EnsembleOptions.Roles.Count;
    private readonly Dataset dataset;
    private readonly int[] rows;
    private readonly StreamKey key;
    private readonly double[][] sums;
    private readonly TrainingView[] views;
    private readonly int[] trees = new int[RoleCount];

    /// <summary>Labels the rows and lays the folds; grows nothing yet.</summary>
    public WarmTrial(Dataset dataset, int[] rows, TrialConfiguration configuration, ValidationSettings validation, int folds, StreamKey key)
    {
        this.dataset = dataset;
        this.rows = rows;
        this.key = key;
        Configuration = configuration;
        Targets = new(TradeLabeller.Compute(dataset.Bars, dataset.Primary, configuration.Labels));
        var splits = new PurgedKFold(folds, validation.Purge(dataset.Bars.TimeFrame), validation.MinimumTrainingSamples)
            .Split(rows, Targets.EndsOf(rows));
        Folds = [.. splits.Select(s => new FoldRows(s.TrainRows, s.TestRows))];
        sums = [.. EnsembleOptions.Roles.Select(_ => new double[dataset.Bars.Count])];
        views = new TrainingView[RoleCount * Folds.Count];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = new(Folds[i % Folds.Count].TrainRows, Targets[(EnsembleRole)(i / Folds.Count)], default);
        }
    }

    public TrialConfiguration Configuration { get; }

    public TrainingTargets Targets { get; }

    public IReadOnlyList<FoldRows> Folds { get; }

    /// <summary>Pieces of work of one rung: one a model and fold.</summary>
    public int Pieces => views.Length;

    /// <summary>How many trees a model has at a resource: ceil(n_estimators x resource / maximum).</summary>
    public static int TreesAt(int estimators, double resource, int maximumResource) =>
        Math.Clamp((int)Math.Ceiling((estimators * resource / maximumResource) - 1e-9), 1, estimators);

    /// <summary>Grows the missing trees of one model in one fold and adds their predictions.</summary>
    /// <returns>How many trees were grown, and the forest's share of impurity importance.</returns>
    public (int Grown, RandomForest? Forest) Grow(int piece, double resource, int maximumResource, CancellationToken cancellationToken)
    {
        var fold = piece % Folds.Count;
        var role = (EnsembleRole)(piece / Folds.Count);
        var options = Configuration.Ensemble[role];
        var from = trees[(int)role];
        var to = TreesAt(options.Trees, resource, maximumResource);
        if (to <= from)
        {
            return (0, null);
        }

        var testRows = Folds[fold].TestRows;
        var own = key.Derive("forest").Derive((int)role).Derive(fold);
        var forest = FoldForest.Grow(dataset, options, Configuration.Imbalance, views[piece], testRows, own, from, to, cancellationToken);
        var part = new double[testRows.Length];
        var column = sums[(int)role];
        for (var i = 0; i < part.Length; i++)
        {
            part[i] = column[testRows[i]];
        }

        forest.AddPredictions(dataset.Matrix, testRows, part);
        for (var i = 0; i < part.Length; i++)
        {
            column[testRows[i]] = part[i];
        }

        return (to - from, forest);
    }

    /// <summary>Marks a rung as reached, once every piece of it is done.</summary>
    public void Reach(double resource, int maximumResource)
    {
        for (var role = 0; role < RoleCount; role++)
        {
            trees[role] = Math.Max(trees[role], TreesAt(Configuration.Ensemble[(EnsembleRole)role].Trees, resource, maximumResource));
        }
    }

    /// <summary>The four models' out-of-fold predictions with the trees grown so far.</summary>
    public BasePredictions Predictions()
    {
        var predictions = new BasePredictions(dataset.Bars.Count);
        foreach (var role in EnsembleOptions.Roles)
        {
            Fill(role, predictions[role]);
        }

        return predictions;
    }

    /// <summary>One model's out-of-fold predictions; NaN where no fold tested a bar.</summary>
    public double[] PredictionsOf(EnsembleRole role)
    {
        var column = new double[dataset.Bars.Count];
        Array.Fill(column, double.NaN);
        Fill(role, column);
        return column;
    }

    /// <summary>The signals of out-of-fold predictions under cross-fitted meta layers.</summary>
    public EnsembleSignals Signals(BasePredictions predictions) =>
        CrossFit.Run(
            predictions,
            dataset.Context,
            Targets.Meta,
            [.. Folds.Select(f => (f.TrainRows, f.TestRows))],
            Configuration.Ensemble.Meta);

    private void Fill(EnsembleRole role, double[] column)
    {
        var sum = sums[(int)role];
        var count = trees[(int)role];
        foreach (var row in rows)
        {
            column[row] = sum[row] / count;
        }
    }
}
