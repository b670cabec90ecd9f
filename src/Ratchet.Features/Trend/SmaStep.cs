namespace Ratchet.Features.Trend;

/// <summary>
/// A plain moving average over a ring of values. The sum is carried along, and taken afresh each time the ring comes round, so that
/// rounding cannot pile up and the mean cost a value is constant.
/// </summary>
internal struct SmaStep(int period)
{
    private readonly double[] values = new double[period];
    private int next;
    private bool full;
    private double sum;

    /// <summary>Takes a value and returns the average; NaN until the window is full.</summary>
    public double Update(double input)
    {
        sum += input - values[next];
        values[next++] = input;
        if (next == values.Length)
        {
            next = 0;
            full = true;
            sum = 0;
            foreach (var value in values)
            {
                sum += value;
            }
        }

        return full ? sum / values.Length : double.NaN;
    }
}
