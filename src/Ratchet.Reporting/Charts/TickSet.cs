namespace Ratchet.Reporting.Charts;

/// <summary>The ticks of an axis and the range they span.</summary>
/// <param name="Low">The start of the axis, not above the data.</param>
/// <param name="High">The end of the axis, not below the data.</param>
/// <param name="Values">Ascending, within the range.</param>
/// <param name="Labels">One for each value.</param>
public sealed record TickSet(double Low, double High, IReadOnlyList<double> Values, IReadOnlyList<string> Labels)
{
    /// <summary>The axis cut back to the data, with the ticks that remain; an axis never grows by it.</summary>
    /// <param name="low">The new start.</param>
    /// <param name="high">The new end.</param>
    internal TickSet Cut(double low, double high)
    {
        var start = Math.Max(Low, low);
        var end = Math.Min(High, high);
        var kept = Enumerable.Range(0, Values.Count).Where(i => Values[i] >= start && Values[i] <= end).ToArray();
        return new TickSet(start, end, [.. kept.Select(i => Values[i])], [.. kept.Select(i => Labels[i])]);
    }
}
