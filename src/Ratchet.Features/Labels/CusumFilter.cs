namespace Ratchet.Features.Labels;

/// <summary>
/// Samples the bars at which the price has moved by a threshold since the last reset (Lopez de Prado, 2018, section 2.5.2.1).
/// </summary>
public static class CusumFilter
{
    /// <summary>
    /// Two running sums of log returns, one held at or above 0 and one at or below 0; a sum that passes the threshold (strictly) marks an
    /// event and returns to 0. Where both pass, the falling one is taken and the rising one kept.
    /// </summary>
    /// <param name="close">Closes, above 0.</param>
    /// <param name="threshold">Above 0, in log return.</param>
    /// <returns>Indices of the events, rising.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not above 0.</exception>
    /// <remarks>Cost: O(n). Known at each bar's close.</remarks>
    public static int[] Events(ReadOnlySpan<double> close, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        var events = new List<int>();
        var rise = 0.0;
        var fall = 0.0;
        for (var i = 1; i < close.Length; i++)
        {
            var change = Math.Log(close[i] / close[i - 1]);
            rise = Math.Max(0, rise + change);
            fall = Math.Min(0, fall + change);
            if (fall < -threshold)
            {
                fall = 0;
                events.Add(i);
            }
            else if (rise > threshold)
            {
                rise = 0;
                events.Add(i);
            }
        }

        return [.. events];
    }
}
