using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>
/// The exponential moving average of TA-Lib: y = y' + 2 / (n + 1) (x - y'), begun with the plain mean of the first n values, so that the
/// first n - 1
/// outputs are NaN.
/// </summary>
public static class ExponentialAverage
{
    /// <summary>Fills the average; one pass.</summary>
    /// <param name="input">Values.</param>
    /// <param name="period">n, from 1 to 100,000.</param>
    /// <param name="output">As long as the input.</param>
    public static void Compute(ReadOnlySpan<double> input, int period, Span<double> output)
    {
        ColumnLengths.CheckPeriod(period);
        ColumnLengths.Check(input.Length, output.Length);
        var step = new EmaStep(period);
        for (var i = 0; i < input.Length; i++)
        {
            output[i] = step.Update(input[i]);
        }
    }
}
