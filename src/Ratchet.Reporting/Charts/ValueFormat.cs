namespace Ratchet.Reporting.Charts;

/// <summary>How the numbers of an axis are written.</summary>
public enum ValueFormat
{
    /// <summary>A plain number with as many decimals as the step between ticks needs.</summary>
    Number,

    /// <summary>A fraction shown as per cent: 0.05 is 5 %.</summary>
    Percent,

    /// <summary>A whole number; ticks are never closer than 1.</summary>
    Count,
}
