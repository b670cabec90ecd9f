namespace Ratchet.Features.Trend;

/// <summary>An exponential moving average whose first value is the plain mean of its first period; NaN before.</summary>
internal struct EmaStep(int period)
{
    private readonly double weight = 2.0 / (period + 1);
    private int seen;
    private double sum;
    private double value = double.NaN;

    /// <summary>Takes a value and returns the average.</summary>
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
