namespace Ratchet.Reporting.Charts;

/// <summary>Maps values to coordinates.</summary>
internal sealed class AxisScale(double low, double high, double from, double to, bool isLog)
{
    private readonly double _low = isLog ? Math.Log(low) : low;
    private readonly double _span = isLog ? Math.Log(high) - Math.Log(low) : high - low;

    public double From { get; } = from;

    public double To { get; } = to;

    /// <summary>The coordinate, or NaN where the value is not finite (or not positive on a logarithmic axis).</summary>
    public double Map(double value)
    {
        if (!double.IsFinite(value) || (isLog && value <= 0))
        {
            return double.NaN;
        }

        var position = ((isLog ? Math.Log(value) : value) - _low) / _span;
        return From + (position * (To - From));
    }
}
