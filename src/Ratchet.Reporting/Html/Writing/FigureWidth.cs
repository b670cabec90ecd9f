namespace Ratchet.Reporting.Html.Writing;

/// <summary>How much of a line a figure takes on a desktop page.</summary>
internal enum FigureWidth
{
    Full,
    Half,
    Third,
    Quarter,
}
