namespace Ratchet.Learning.Learners;

/// <summary>The checks that learners and predictors of raw values share; messages name feature and row.</summary>
internal static class TableInputs
{
    /// <summary>The view must belong to a table of this many rows.</summary>
    public static void RequireView(LearningData data, TrainingView view)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(view);
        if (view.Targets.Length != data.RowCount)
        {
            throw new ArgumentException($"The view has targets for {view.Targets.Length} rows and the table has {data.RowCount}; they must agree.", nameof(view));
        }
    }

    /// <summary>The table must have the features that were learned from, the rows must be its own and the output must fit.</summary>
    public static void RequirePrediction(
        IReadOnlyList<string> names, LearningData data, ReadOnlySpan<int> rows, int outputCount, int outputLength)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.FeatureCount != names.Count)
        {
            throw new ArgumentException($"The table has {data.FeatureCount} features and the model was learned on {names.Count}; they must be the same.", nameof(data));
        }

        for (var f = 0; f < names.Count; f++)
        {
            if (data.Names[f] != names[f])
            {
                throw new ArgumentException($"Feature {f} of the table is '{data.Names[f]}' and the model was learned on '{names[f]}'; they must be the same in the same order.", nameof(data));
            }
        }

        if (outputLength != (long)rows.Length * outputCount)
        {
            throw new ArgumentException($"output has {outputLength} elements; {rows.Length} rows of {outputCount} need {(long)rows.Length * outputCount}.", nameof(outputLength));
        }

        foreach (var row in rows)
        {
            if ((uint)row >= (uint)data.RowCount)
            {
                throw new ArgumentException($"rows holds {row}; a row must be in [0, {data.RowCount}).", nameof(rows));
            }
        }
    }

    /// <summary>A finite value of a cell, or an error that names it.</summary>
    public static double RequireFinite(LearningData data, int feature, int row)
    {
        var value = data.Column(feature)[row];
        return double.IsFinite(value) ? value : throw Refusal(data.Names[feature], row, value);
    }

    public static ArgumentException Refusal(string feature, int row, double value) =>
        new($"Feature '{feature}' is {value} at row {row}; this model needs finite numbers, missing values are refused.");
}
