using Ratchet.Features.Volatility;

namespace Ratchet.Features.Trend;

/// <summary>The recurrence of directional movement: Wilder's sums, begun with n - 1 plain terms, then one mean of n values of DX.</summary>
internal struct DirectionalRecurrence(int period)
{
    private int changes;
    private double highBefore;
    private double lowBefore;
    private double closeBefore = double.NaN;
    private double plusSum;
    private double minusSum;
    private double rangeSum;
    private double dx;
    private double dxSum;
    private double adx = double.NaN;

    public DirectionalValues Update(double high, double low, double close)
    {
        var (plus, minus) = Movement(high - highBefore, lowBefore - low);
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
            plusSum += plus;
            minusSum += minus;
            rangeSum += range;
            return DirectionalValues.Undefined;
        }

        plusSum = plusSum - (plusSum / period) + plus;
        minusSum = minusSum - (minusSum / period) + minus;
        rangeSum = rangeSum - (rangeSum / period) + range;
        var plusDi = rangeSum > 0 ? 100 * (plusSum / rangeSum) : 0;
        var minusDi = rangeSum > 0 ? 100 * (minusSum / rangeSum) : 0;
        Smooth(plusDi, minusDi);
        return new(plusDi, minusDi, dx, adx);
    }

    private static (double Plus, double Minus) Movement(double up, double down) =>
        down > 0 && up < down ? (0, down)
        : up > 0 && up > down ? (up, 0)
        : (0, 0);

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
