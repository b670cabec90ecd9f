namespace Ratchet.Strategies.Ensemble;

/// <summary>Turns the four predictions and the regime into the columns that the meta layer weighs.</summary>
internal static class MetaDesign
{
    /// <summary>logit entry, profit, position, logit exit, bull, bear, side x (bull - bear).</summary>
    public const int Columns = 7;

    private const double ProbabilityFloor = 1e-3;

    public static double[] Build(BasePredictions predictions, MetaContext context, ReadOnlySpan<int> rows)
    {
        var design = new double[rows.Length * Columns];
        for (var i = 0; i < rows.Length; i++)
        {
            Fill(predictions, context, rows[i], design.AsSpan(i * Columns, Columns));
        }

        return design;
    }

    public static void Fill(BasePredictions predictions, MetaContext context, int row, Span<double> output)
    {
        var bull = context.Bull.Span[row];
        var bear = context.Bear.Span[row];
        bull = double.IsNaN(bull) ? 1.0 / 3 : bull;
        bear = double.IsNaN(bear) ? 1.0 / 3 : bear;
        output[0] = Logit(predictions[EnsembleRole.Entry][row]);
        output[1] = predictions[EnsembleRole.Profit][row];
        output[2] = predictions[EnsembleRole.Position][row];
        output[3] = Logit(predictions[EnsembleRole.Exit][row]);
        output[4] = bull;
        output[5] = bear;
        output[6] = context.Side.Span[row] * (bull - bear);
    }

    public static double Logit(double probability)
    {
        var p = Math.Clamp(probability, ProbabilityFloor, 1 - ProbabilityFloor);
        return Math.Log(p / (1 - p));
    }
}
