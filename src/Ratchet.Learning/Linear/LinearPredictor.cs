using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Linear;

/// <summary>A linear model over tables with the features it was learned on. Missing values are refused.</summary>
public sealed class LinearPredictor : IPredictor
{
    private readonly string[] names;
    private readonly RowPrediction predict;

    internal LinearPredictor(string[] names, int outputCount, RowPrediction predict, object model)
    {
        this.names = names;
        this.predict = predict;
        OutputCount = outputCount;
        Model = model;
    }

    /// <inheritdoc/>
    public int OutputCount { get; }

    /// <summary>The model for the columns as they are: a <see cref="LogisticModel"/>, <see cref="MultinomialModel"/> or <see cref="LinearModel"/>.</summary>
    public object Model { get; }

    /// <inheritdoc/>
    public void Predict(LearningData data, ReadOnlySpan<int> rows, Span<double> output)
    {
        TableInputs.RequirePrediction(names, data, rows, OutputCount, output.Length);
        var row = new double[names.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var f = 0; f < row.Length; f++)
            {
                row[f] = TableInputs.RequireFinite(data, f, rows[i]);
            }

            predict(row, output.Slice(i * OutputCount, OutputCount));
        }
    }
}
