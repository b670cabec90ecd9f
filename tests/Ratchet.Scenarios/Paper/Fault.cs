namespace Ratchet.Scenarios.Paper;

/// <summary>One fault: which, when (the minute of the run), for how long; and, once it has happened, from when to when.</summary>
internal sealed record Fault(FaultKind Kind, int Minute, TimeSpan Lasts)
{
    /// <summary>When it began.</summary>
    public long From { get; set; }

    /// <summary>When it was over: from then on the session can recover.</summary>
    public long To { get; set; }
}
