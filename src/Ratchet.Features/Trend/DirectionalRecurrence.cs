using System.Runtime.Intrinsics;
using Ratchet.Features.Volatility;

namespace Ratchet.Features.Trend;

/// <summary>The recurrence of directional movement: Wilder's sums, begun with n - 1 plain terms, then one mean of n values of DX.</summary>
internal struct DirectionalRecurrence(int period)
{
    private int changes;
    private double highBefore;
    private double lowBefore;
    private double closeBefore = double.NaN;
    private Vector128<double> sums;
    private double rangeSum;
    private double dx;
    private double dxSum;
    private double adx = double.NaN;

    public DirectionalValues Update(double high, double low, double close)
    {
        var moved = Movement(high - highBefore, lowBefore - low);
        var range = TrueRange.Of(high, low, closeBefore);
        var isFirst = double.IsNaN(closeBefore);
        (highBefore, lowBefore, closeBefore) = (high, low, close);
        if (isFirst)
        {
            return DirectionalValues.Undefined;
        }

        changes++;
        if (changes < period)
        {
            sums += moved;
            rangeSum += range;
            return DirectionalValues.Undefined;
        }

        sums = sums - (sums / period) + moved;
        rangeSum = rangeSum - (rangeSum / period) + range;
        var shares = rangeSum > 0 ? (sums / rangeSum) * 100 : Vector128<double>.Zero;
        var (plusDi, minusDi) = (shares.GetElement(0), shares.GetElement(1));
        Smooth(plusDi, minusDi);
        return new(plusDi, minusDi, dx, adx);
    }

    // Up and down are lanes of one vector, without a branch that the market would make unpredictable (benchmark P10): a move counts where it is
    // above 0 and above the other.
    private static Vector128<double> Movement(double up, double down)
    {
        var moves = Vector128.Create(up, down);
        var bound = Vector128.Max(Vector128.Create(down, up), Vector128<double>.Zero);
        return Vector128.ConditionalSelect(Vector128.GreaterThan(moves, bound), moves, Vector128<double>.Zero);
    }

    private void Smooth(double plusDi, double minusDi)
    {
        var sum = plusDi + minusDi;
        dx = sum > 0 ? 100 * (Math.Abs(minusDi - plusDi) / sum) : dx;
        if (changes < 2 * period)
        {
            dxSum += sum > 0 ? dx : 0;
            adx = changes == (2 * period) - 1 ? dxSum / period : double.NaN;
        }
        else if (sum > 0)
        {
            adx = ((adx * (period - 1)) + dx) / period;
        }
    }
}
