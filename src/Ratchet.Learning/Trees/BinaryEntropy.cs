namespace Ratchet.Learning.Trees;

/// <summary>Entropy in bits for two classes: the score is the decrease of the weighted entropy itself.</summary>
internal readonly struct BinaryEntropy : ISplitCriterion
{
    // With equal weights every argument is a count: logarithms of counts are looked up, which the benchmark TREE shows to matter most.
    private static readonly double[] Counts = Tabulate(1 << 16);

    public static bool Improves(double leftWeight, double leftSum, double weight, double sum, ref double best)
    {
        var score = Total(weight, sum) - Total(leftWeight, leftSum) - Total(weight - leftWeight, sum - leftSum);
        if (score > best)
        {
            best = score;
            return true;
        }

        return false;
    }

    public static double Decrease(double score, double weight) => score;

    private static double Total(double weight, double sum) => Term(weight) - Term(sum) - Term(weight - sum);

    /// <summary>x log2 x; 0 at 0.</summary>
    public static double Term(double x)
    {
        var table = Counts;
        var whole = (int)x;
        return (uint)whole < (uint)table.Length && whole == x ? table[whole] : Compute(x);
    }

    private static double Compute(double x) => x > 0 ? x * Math.Log2(x) : 0;

    private static double[] Tabulate(int count)
    {
        var table = new double[count];
        for (var i = 0; i < count; i++)
        {
            table[i] = Compute(i);
        }

        return table;
    }
}
