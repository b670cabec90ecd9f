using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>The plain moving average: the mean of the last n values; the first n - 1 outputs are NaN.</summary>
public static class SimpleAverage
{
    /// <summary>Fills the average; one pass, whatever the period.</summary>
    /// <param name="input">Values.</param>
    /// <param name="period">n, from 1 to 100,000.</param>
    /// <param name="output">As long as the input.</param>
    public static void Compute(ReadOnlySpan<double> input, int period, Span<double> output)
    {
        ColumnLengths.CheckPeriod(period);
        ColumnLengths.Check(input.Length, output.Length);
        var step = new SmaStep(period);
        for (var i = 0; i < input.Length; i++)
        {
            output[i] = step.Update(input[i]);
        }
    }
}
