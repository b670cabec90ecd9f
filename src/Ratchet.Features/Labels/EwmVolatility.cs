namespace Ratchet.Features.Labels;

/// <summary>Exponentially weighted volatility of simple returns, a usual unit for barrier widths.</summary>
public static class EwmVolatility
{
    /// <summary>
    /// The exponentially weighted, bias-corrected standard deviation of simple returns with alpha = 2 / (span + 1): weights (1 - alpha)^age
    /// over all returns so far, variance times (sum w)^2 / ((sum w)^2 - sum w^2) (the adjusted form of pandas).
    /// </summary>
    /// <param name="close">Closes, above 0.</param>
    /// <param name="span">At least 1.</param>
    /// <returns>One element a bar; NaN at bars 0 and 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span is below 1.</exception>
    /// <remarks>Cost: O(n).</remarks>
    public static double[] Compute(ReadOnlySpan<double> close, int span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 1);
        var volatility = new double[close.Length];
        var step = new EwmStep(span);
        for (var i = 0; i < close.Length; i++)
        {
            volatility[i] = step.Update(close[i]);
        }

        return volatility;
    }
}
