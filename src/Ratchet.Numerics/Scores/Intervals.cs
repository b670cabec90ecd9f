namespace Ratchet.Numerics.Scores;

/// <summary>Confidence intervals of shares.</summary>
public static class Intervals
{
    /// <summary>
    /// Wilson's score interval of a share (1927): (p + z²/2n ± z sqrt(p(1 - p)/n + z²/4n²)) / (1 + z²/n), within [0, 1].
    /// </summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">n, 0 or more; without a trial both ends are NaN.</param>
    /// <param name="z">The normal quantile, 0 or more; 1.96 gives about 95 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Interval WilsonInterval(long successes, long trials, double z = 1.959963984540054)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (successes < 0 || successes > trials)
        {
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"successes is {successes}; it must be 0 to {trials}, the trials.");
        }

        if (!(z >= 0) || !double.IsFinite(z))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, $"z is {z}; it must be finite and 0 or more.");
        }

        if (trials == 0)
        {
            return new Interval(double.NaN, double.NaN);
        }

        var n = (double)trials;
        var p = successes / n;
        var correction = z * z / n;
        var centre = (p + (0.5 * correction)) / (1 + correction);
        var half = z * Math.Sqrt((p * (1 - p) / n) + (0.25 * correction / n)) / (1 + correction);
        return new Interval(successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }
}
