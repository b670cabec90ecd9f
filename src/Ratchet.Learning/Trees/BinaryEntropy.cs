namespace Ratchet.Learning.Trees;

/// <summary>Entropy in bits for two classes: the score is the decrease of the weighted entropy itself.</summary>
internal readonly struct BinaryEntropy : ISplitCriterion
{
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

    private static double Term(double x) => x > 0 ? x * Math.Log2(x) : 0;
}
