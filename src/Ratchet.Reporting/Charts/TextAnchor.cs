namespace Ratchet.Reporting.Charts;

internal enum TextAnchor
{
    Start,
    Middle,
    End,
}
