namespace Ratchet.Learning.Learners;

/// <summary>
/// Learns an immutable model from some rows of a table. What every learner keeps: same options, data and seed give the same model at any number of threads;
/// nothing that is passed in is changed; cancellation is honoured within 100 ms; wrong shapes, labels and values are refused at once, by name.
/// </summary>
public interface ILearner
{
    /// <summary>What NaN among the features does.</summary>
    MissingValues MissingValues { get; }

    /// <summary>Learns.</summary>
    /// <param name="data">The table.</param>
    /// <param name="training">The rows learned from, with targets and weights.</param>
    /// <param name="validation">Rows that are only scored, for progress and early stopping; null for none. Learners without use for them ignore them.</param>
    /// <param name="progress">Told after each step; null for nobody.</param>
    /// <param name="threads">How many threads may work; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work within 100 ms.</param>
    /// <exception cref="ArgumentException">A view, a label or a value does not fit; feature or row is named.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IPredictor Learn(
        LearningData data,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        CancellationToken cancellationToken);
}
