using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Linear;

/// <summary>
/// Logistic regression over a table, multinomial for more than two classes. Missing values are refused. Threads and the validation view are not used. Where
/// a single class has weight the model is certain of it.
/// </summary>
/// <param name="options">How; checked in <see cref="Learn"/>.</param>
public sealed class LogisticLearner(LinearLearnerOptions options) : ILearner
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
        var classes = training.RequireClassCount();
        var columns = DesignColumns.Of(data, training, options.Intercept, options.Standardise, cancellationToken);
        double[] targets = [.. training.Rows.ToArray().Select(r => training.Targets.Span[r])];
        if (classes == 2)
        {
            var model = LogisticRegression.Fit(columns, targets, options.Logistic(), progress, cancellationToken);
            return new LinearPredictor([.. data.Names], 1, (row, output) => output[0] = model.Predict(row), model);
        }

        var several = MultinomialRegression.Fit(columns, Array.ConvertAll(targets, t => (int)t), classes, options.Logistic(), progress, cancellationToken);
        return new LinearPredictor([.. data.Names], classes, several.Predict, several);
    }
}
