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
        Array.Fill(volatility, double.NaN);
        var decay = 1 - (2.0 / (span + 1));
        var weight = 0.0;
        var squaredWeight = 0.0;
        var mean = 0.0;
        var deviation = 0.0;
        for (var i = 1; i < close.Length; i++)
        {
            var value = (close[i] / close[i - 1]) - 1;
            weight *= decay;
            squaredWeight *= decay * decay;
            var total = weight + 1;
            var difference = value - mean;
            mean += difference / total;
            deviation = (deviation * decay) + (difference * (value - mean));
            weight = total;
            squaredWeight++;
            if (i >= 2)
            {
                var room = (weight * weight) - squaredWeight;
                volatility[i] = room > 0 ? Math.Sqrt(deviation / weight * (weight * weight) / room) : 0;
            }
        }

        return volatility;
    }
}
