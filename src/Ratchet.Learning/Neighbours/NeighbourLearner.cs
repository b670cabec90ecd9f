using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Neighbours;

/// <summary>
/// Remembers the rows of a view as events. Rows of weight 0 are left out; other weights multiply the votes. Missing values are refused. The threads and the
/// validation view are not used. Progress counts the features read and, last, the search structure.
/// </summary>
/// <param name="options">How rows become events; checked in <see cref="Learn"/>.</param>
public sealed class NeighbourLearner(NeighbourLearnerOptions options) : ILearner
{
    /// <inheritdoc/>
    public MissingValues MissingValues => MissingValues.Refused;

    /// <inheritdoc cref="ILearner.Learn"/>
    public NeighbourPredictor Learn(
        LearningData data,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        TableInputs.RequireView(data, training);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var classes = options.Regression ? 0 : training.RequireClassCount();
        var columns = EventColumns.Of(data, options);
        var rows = Counted(training);
        var d = columns.Features.Length;
        var x = new double[rows.Length * d];
        for (var c = 0; c < d; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var column = data.Column(columns.Features[c]);
            for (var i = 0; i < rows.Length; i++)
            {
                var value = column[rows[i]];
                x[(i * d) + c] = double.IsFinite(value) ? value : throw TableInputs.Refusal(data.Names[columns.Features[c]], rows[i], value);
            }

            progress?.Report(new(c + 1, d + 1, double.NaN, double.NaN));
        }

        cancellationToken.ThrowIfCancellationRequested();
        string[] names = [.. columns.Features.Select(f => data.Names[f])];
        double[] outcomes = [.. rows.Select(r => training.Targets.Span[r])];
        double[] weights = training.Weights.IsEmpty ? [] : [.. rows.Select(r => training.Weights.Span[r])];
        double[] times = columns.Time < 0 ? [] : [.. rows.Select(r => columns.TimeOf(data, r))];
        int[] groups = columns.Group < 0 ? [] : [.. rows.Select(r => columns.GroupOf(data, r))];
        var index = NeighbourIndex.Pack(names, x, outcomes, options.Retrieval, times, groups, weights, cancellationToken);
        progress?.Report(new(d + 1, d + 1, double.NaN, double.NaN));
        return new([.. data.Names], columns, index, rows, classes);
    }

    IPredictor ILearner.Learn(
        LearningData data,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        CancellationToken cancellationToken) => Learn(data, training, validation, progress, threads, cancellationToken);

    private static int[] Counted(TrainingView view)
    {
        if (view.Weights.IsEmpty)
        {
            return view.Rows.ToArray();
        }

        var rows = new List<int>(view.Count);
        foreach (var row in view.Rows.Span)
        {
            if (view.Weights.Span[row] > 0)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }
}
