namespace Ratchet.Reporting.Charts;

/// <summary>Ticks at 1, 2 or 5 times a power of ten, after the rule that P. Heckbert gave in Graphics Gems (1990).</summary>
public static class NiceTicks
{
    /// <summary>Ticks whose range covers the data, both ends being ticks.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value; where both are equal, the range is widened.</param>
    /// <param name="target">About how many intervals are wanted, from 1.</param>
    /// <param name="format">How labels are written.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite or beyond 1e300, they are reversed, or the target is below 1.</exception>
    public static TickSet Linear(double low, double high, int target, ValueFormat format = ValueFormat.Number)
    {
        Check(low, nameof(low));
        Check(high, nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfLessThan(target, 1);

        var size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low <= size * 1e-9 || high - low < 1e-290)
        {
            var half = size < 1e-280 ? 0.5 : size * 0.05;
            low -= half;
            high += half;
        }

        var raw = (high - low) / target;
        var exponent = (int)Math.Floor(Math.Log10(raw));
        var fraction = raw / Math.Pow(10, exponent);
        var mantissa = fraction <= 1.0000001 ? 1 : fraction <= 2.0000001 ? 2 : fraction <= 5.0000001 ? 5 : 10;
        if (mantissa == 10)
        {
            mantissa = 1;
            exponent++;
        }

        if (format == ValueFormat.Count && exponent < 0)
        {
            mantissa = 1;
            exponent = 0;
        }

        var step = At(mantissa, exponent);
        var first = (long)Math.Floor((low / step) + 1e-9);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        if (last == first)
        {
            last++;
        }

        var values = new double[last - first + 1];
        var labels = new string[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = At((first + i) * mantissa, exponent);
            labels[i] = TickLabel.Of(values[i], Math.Max(0, -exponent), format);
        }

        return new TickSet(Math.Min(values[0], low), Math.Max(values[^1], high), values, labels);
    }

    /// <summary>Ticks of a logarithmic axis: 1, 2 and 5 times powers of ten over up to two decades, else powers of ten.</summary>
    /// <param name="low">The least value, above zero.</param>
    /// <param name="high">The greatest value.</param>
    /// <param name="format">How labels are written.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite or not positive, or they are reversed.</exception>
    public static TickSet Log(double low, double high, ValueFormat format = ValueFormat.Number)
    {
        Check(low, nameof(low));
        Check(high, nameof(high));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        if (high / low < 1.02)
        {
            low /= 1.1;
            high *= 1.1;
        }

        var decades = Math.Log10(high / low);
        if (decades < 0.7)
        {
            // Less than a factor of five: plain steps read better than powers.
            var linear = Linear(low, high, 5, format);
            var kept = linear.Values.Select((value, index) => (value, index)).Where(pair => pair.value >= low && pair.value <= high).ToArray();
            return new TickSet(low, high, [.. kept.Select(pair => pair.value)], [.. kept.Select(pair => linear.Labels[pair.index])]);
        }

        var values = new List<double>();
        var labels = new List<string>();
        var stride = Math.Max(1, (int)Math.Ceiling(decades / 8));
        var start = (int)Math.Floor(Math.Log10(low)) - 1;
        var end = (int)Math.Ceiling(Math.Log10(high)) + 1;
        for (var exponent = start; exponent <= end; exponent++)
        {
            foreach (var mantissa in decades <= 2.2 ? OneTwoFive : One)
            {
                var value = At(mantissa, exponent);
                if (value >= low * 0.9999999 && value <= high * 1.0000001 && exponent % stride == 0)
                {
                    values.Add(value);
                    labels.Add(TickLabel.Of(value, Math.Max(0, -exponent), format));
                }
            }
        }

        return new TickSet(low, high, values, labels);
    }

    private static ReadOnlySpan<int> OneTwoFive => [1, 2, 5];

    private static ReadOnlySpan<int> One => [1];

    // Division by a power of ten is rounded once, so 3 * 0.1 prints as 0.3.
    private static double At(long multiple, int exponent) =>
        exponent < 0 ? multiple / Math.Pow(10, -exponent) : multiple * Math.Pow(10, exponent);

    private static void Check(double value, string name)
    {
        if (!(Math.Abs(value) <= 1e300))
        {
            throw new ArgumentOutOfRangeException(name, value, "An axis bound must be finite and at most 1e300 in size.");
        }
    }
}
