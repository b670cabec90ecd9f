namespace Ratchet.Reporting.Html.Writing;

/// <summary>The names of the stages.</summary>
internal static class StageText
{
    public const string Withheld = "Figures of the search are withheld here: nothing out-of-sample stands beside them.";

    public static string Name(ReportStage stage) => stage switch
    {
        ReportStage.InSample => "Search",
        ReportStage.OutOfSample => "Walk-forward",
        _ => "Hold-out",
    };

    public static string Kind(ReportStage stage) => stage switch
    {
        ReportStage.InSample => "in-sample",
        ReportStage.OutOfSample => "out-of-sample",
        _ => "opened once",
    };
}
