namespace Ratchet.Features.Trend;

/// <summary>An exponential moving average whose first value is the plain mean of its first period; NaN before.</summary>
/// <param name="period">n, at least 1; a value weighs 2 / (n + 1).</param>
public struct EmaStep(int period)
{
    private readonly double weight = 2.0 / (period + 1);
    private int seen;
    private double sum;
    private double value = double.NaN;

    /// <summary>Takes a value and returns the average.</summary>
    /// <param name="input">The value, such as a close.</param>
    public double Update(double input)
    {
        if (seen < period)
        {
            seen++;
            sum += input;
            value = seen == period ? sum / period : double.NaN;
        }
        else
        {
            value = ((input - value) * weight) + value;
        }

        return value;
    }
}
