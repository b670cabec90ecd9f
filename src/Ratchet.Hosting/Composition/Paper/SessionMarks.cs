namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// The words by which a session's own faults are told from the feed's in the journal's feed events. A mark of a restart or of the journal says: the session did nothing
/// since the event before.
/// </summary>
internal static class SessionMarks
{
    public const string Restart = "restart:";
    public const string Journal = "journal:";
    public const string Fetched = "fetched afterwards:";
    public const string Missing = "missing at the source:";
}
