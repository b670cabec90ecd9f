using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Linear;

/// <summary>Ridge regression over a table. Missing values are refused. Threads and the validation view are not used; progress counts columns.</summary>
/// <param name="options">How; checked in <see cref="Learn"/>. The number of iterations is not used.</param>
public sealed class RidgeLearner(LinearLearnerOptions options) : ILearner
{
    /// <inheritdoc/>
    public MissingValues MissingValues => MissingValues.Refused;

    /// <inheritdoc cref="ILearner.Learn"/>
    public IPredictor Learn(
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
        var columns = DesignColumns.Of(data, training, options.Intercept, options.Standardise, cancellationToken);
        double[] targets = [.. training.Rows.ToArray().Select(r => training.Targets.Span[r])];
        var model = RidgeRegression.Fit(columns, targets, options.L2, options.Intercept, progress, cancellationToken);
        return new LinearPredictor([.. data.Names], 1, (row, output) => output[0] = model.Predict(row), model);
    }
}
