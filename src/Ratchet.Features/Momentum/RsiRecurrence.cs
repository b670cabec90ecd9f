namespace Ratchet.Features.Momentum;

/// <summary>The recurrence of the RSI; <paramref name="flat"/> is what it gives while no price has ever moved.</summary>
internal struct RsiRecurrence(int period, double flat)
{
    private int changes;
    private double closeBefore = double.NaN;
    private double gain;
    private double loss;

    public double Update(double close)
    {
        var change = close - closeBefore;
        closeBefore = close;
        if (double.IsNaN(change))
        {
            return double.NaN;
        }

        var (up, down) = (Math.Max(change, 0), Math.Max(-change, 0));
        if (changes < period)
        {
            changes++;
            gain += up;
            loss += down;
            if (changes < period)
            {
                return double.NaN;
            }

            gain /= period;
            loss /= period;
        }
        else
        {
            gain = ((gain * (period - 1)) + up) / period;
            loss = ((loss * (period - 1)) + down) / period;
        }

        var sum = gain + loss;
        return sum > 0 ? 100 * (gain / sum) : flat;
    }
}
