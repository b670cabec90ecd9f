namespace Ratchet.Strategies.Ensemble;

/// <summary>What the four models say, one element a bar; NaN where a model has not spoken. Written only by who made it.</summary>
public sealed class BasePredictions
{
    private readonly double[][] columns;

    /// <summary>Silent predictions for a number of bars.</summary>
    /// <param name="bars">How many bars.</param>
    public BasePredictions(int bars)
    {
        columns = [new double[bars], new double[bars], new double[bars], new double[bars]];
        foreach (var column in columns)
        {
            Array.Fill(column, double.NaN);
        }
    }

    /// <summary>One model's column.</summary>
    /// <param name="role">Which model.</param>
    public double[] this[EnsembleRole role] => columns[(int)role];

    /// <summary>How many bars there are.</summary>
    public int Count => columns[0].Length;
}
