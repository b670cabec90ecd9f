namespace Ratchet.Market.Synthetic;

/// <summary>
/// The planted signal, computed from published closes only.
/// <para>z_t = m_t g_t / v_t, with m_t = S / sqrt(Q), S and Q the sum and the sum of squares of the last 24 simple returns,
/// and g_t = +1 where the mean absolute return of the last 48 bars is at most that of the last 240, else -1.</para>
/// <para>Where returns have signs independent of their sizes, the cross terms of S² / Q vanish in the mean, so that m_t has mean 0 and
/// variance 1; it is bounded by sqrt(24). g_t depends on sizes only. A planted coefficient feeds back into later momentum and would raise the
/// variance by some tenths; v_t² = (500 + sum of m²) / (500 + count), over the bars up to t, brings it back to 1. z is held within sqrt(24).
/// NaN before bar 240.</para>
/// </summary>
internal sealed class PlantedSignal
{
    private const int Momentum = 24;
    private const int Fast = 48;
    private const int Slow = 240;

    private readonly double[] returns = new double[Slow];
    private int count;
    private double mass = 500;
    private double energy = 500;

    /// <summary>Takes the simple return of the bar that just closed and gives z at its close. Costs a pass over the slow window.</summary>
    public double Update(double simpleReturn)
    {
        returns[count % Slow] = simpleReturn;
        count++;
        if (count < Slow)
        {
            return double.NaN;
        }

        double sum = 0;
        double squares = 0;
        double fast = 0;
        double slow = 0;
        for (var age = 0; age < Slow; age++)
        {
            var r = returns[(count - 1 - age) % Slow];
            var size = Math.Abs(r);
            slow += size;
            if (age < Fast)
            {
                fast += size;
            }

            if (age < Momentum)
            {
                sum += r;
                squares += r * r;
            }
        }

        var momentum = squares > 0 ? sum / Math.Sqrt(squares) : 0;
        mass++;
        energy += momentum * momentum;
        var bound = Math.Sqrt(Momentum);
        var z = Math.Clamp(momentum / Math.Sqrt(energy / mass), -bound, bound);
        return fast / Fast <= slow / Slow ? z : -z;
    }
}
