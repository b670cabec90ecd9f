namespace Ratchet.Reporting.Charts;

/// <summary>How values are placed along an axis.</summary>
public enum AxisKind
{
    /// <summary>In proportion to the value.</summary>
    Linear,

    /// <summary>In proportion to its logarithm; values of zero or less are gaps.</summary>
    Log,

    /// <summary>Milliseconds since 1970-01-01 UTC, labelled as dates.</summary>
    Time,
}
