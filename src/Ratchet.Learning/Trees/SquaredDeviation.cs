using System.Runtime.CompilerServices;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Squared error, and Gini for two classes, which is twice the squared error of the 0/1 target. The decrease of the sum of squares is
/// (W sL - wL S)^2 / (W wL (W - wL)); W is the same for all splits of a node and left out of the score.
/// </summary>
internal readonly struct SquaredDeviation : ISplitCriterion
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Improves(double leftWeight, double leftSum, double weight, double sum, ref double best)
    {
        var difference = (weight * leftSum) - (leftWeight * sum);
        var numerator = difference * difference;
        var denominator = leftWeight * (weight - leftWeight);

        // Most splits lose and are dismissed without a division.
        if (numerator > best * denominator)
        {
            var score = numerator / denominator;
            if (score > best)
            {
                best = score;
                return true;
            }
        }

        return false;
    }

    public static double Decrease(double score, double weight) => score / weight;
}
