namespace Ratchet.Reporting.Charts;

/// <summary>The least and greatest of what was included; values that cannot be drawn are passed over.</summary>
internal sealed class ValueRange(bool positiveOnly = false)
{
    public double Low { get; private set; } = double.PositiveInfinity;

    public double High { get; private set; } = double.NegativeInfinity;

    public bool IsEmpty => Low > High;

    public void Include(double value)
    {
        // Beyond 1e300 an axis cannot be laid out; such a value is treated like an infinite one.
        if (Math.Abs(value) <= 1e300 && (!positiveOnly || value > 0))
        {
            Low = Math.Min(Low, value);
            High = Math.Max(High, value);
        }
    }

    public void Include(IReadOnlyList<double> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Include(values[i]);
        }
    }

    /// <summary>Ticks of an axis that ends a little beyond the data, not at a tick: a share of the span is left free.</summary>
    public TickSet TightTicks(AxisKind kind, int target, ValueFormat format, double free)
    {
        var ticks = Ticks(kind, target, format);
        var room = (High - Low) * free;
        return kind == AxisKind.Linear && High - Low > 1e-9 * Math.Max(Math.Abs(High), Math.Abs(Low)) ? ticks.Cut(Low - room, High + room) : ticks;
    }

    public TickSet Ticks(AxisKind kind, int target, ValueFormat format) => kind switch
    {
        AxisKind.Log => NiceTicks.Log(Low, High, format),
        AxisKind.Time => TimeTicks.Of(Low, High, target),
        _ => NiceTicks.Linear(Low, High, target, format),
    };
}
