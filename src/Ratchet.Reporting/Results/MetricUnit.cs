namespace Ratchet.Reporting.Results;

/// <summary>How a figure is written.</summary>
public enum MetricUnit
{
    /// <summary>A share of 1, written in per cent.</summary>
    Share,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>Money.</summary>
    Money,
}
