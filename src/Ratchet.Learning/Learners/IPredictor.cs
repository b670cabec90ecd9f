namespace Ratchet.Learning.Learners;

/// <summary>A learned model over tables with the features it was learned on. Immutable, safe for several threads.</summary>
public interface IPredictor
{
    /// <summary>Numbers a row: 1 (the probability of class 1, or the value), or one probability a class where there are more than two.</summary>
    int OutputCount { get; }

    /// <summary>Predicts rows of a table into the caller's memory.</summary>
    /// <param name="data">A table with the same features, in the same order.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="output">Rows times <see cref="OutputCount"/> numbers, row after row.</param>
    /// <exception cref="ArgumentException">Shapes, names or values do not fit; feature or row is named.</exception>
    void Predict(LearningData data, ReadOnlySpan<int> rows, Span<double> output);
}
