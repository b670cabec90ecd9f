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
            var row = rows[i];
            Fill(
                predictions[EnsembleRole.Entry][row],
                predictions[EnsembleRole.Position][row],
                Logit(predictions[EnsembleRole.Exit][row]),
                predictions[EnsembleRole.Profit][row],
                context.Side.Span[row],
                context.Bull.Span[row],
                context.Bear.Span[row],
                design.AsSpan(i * Columns, Columns));
        }

        return design;
    }

    public static void Fill(
        double entry, double position, double exitLogit, double profit, sbyte side, double bull, double bear, Span<double> output)
    {
        bull = double.IsNaN(bull) ? 1.0 / 3 : bull;
        bear = double.IsNaN(bear) ? 1.0 / 3 : bear;
        output[0] = Logit(entry);
        output[1] = profit;
        output[2] = position;
        output[3] = exitLogit;
        output[4] = bull;
        output[5] = bear;
        output[6] = side * (bull - bear);
    }

    public static double Logit(double probability)
    {
        var p = Math.Clamp(probability, ProbabilityFloor, 1 - ProbabilityFloor);
        return Math.Log(p / (1 - p));
    }
}
