namespace Ratchet.Reporting.Html;

/// <summary>The result or one of the baselines.</summary>
/// <param name="Name">Such as "Best configuration" or "Buy and hold".</param>
/// <param name="Colour">Its categorical slot (0 for the result), the same in every chart; 0 to 5.</param>
public sealed record ReportContender(string Name, int Colour)
{
    /// <summary>Figures of the search, out of fold; shown only where <see cref="OutOfSample"/> is given.</summary>
    public ReportFigures? InSample { get; init; }

    /// <summary>Figures of the walk-forward.</summary>
    public ReportFigures? OutOfSample { get; init; }

    /// <summary>Figures of the hold-out, shown only where it has been opened.</summary>
    public ReportFigures? HoldOut { get; init; }
}
