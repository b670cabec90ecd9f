namespace Ratchet.Market.Quality;

/// <summary>One defect of one row.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Row">The row's index among the checked rows.</param>
/// <param name="Line">The line of the source.</param>
/// <param name="OpenTime">The row's opening time, milliseconds since 1970-01-01 UTC.</param>
public readonly record struct RowDefect(DefectKind Kind, int Row, int Line, long OpenTime)
{
    /// <summary>Whether the row is bad; otherwise the defect is a warning.</summary>
    public bool IsBad => Kind < DefectKind.StaleRun;
}
