namespace Ratchet.Reporting.Html;

/// <summary>Which data a figure was measured on.</summary>
public enum ReportStage
{
    /// <summary>The data of the search, out of fold: the search saw these scores and chose by them.</summary>
    InSample,

    /// <summary>Walk-forward on data that the choice did not see.</summary>
    OutOfSample,

    /// <summary>The sealed part, opened once at most.</summary>
    HoldOut,
}
