namespace Ratchet.Scenarios.Paper;

/// <summary>What goes wrong around a session.</summary>
internal enum FaultKind
{
    /// <summary>The connection is cut and cannot be made again for a while.</summary>
    Cut,

    /// <summary>The exchange is under maintenance: connections are cut, and REST answers 503 for a while.</summary>
    Maintenance,

    /// <summary>The process dies before a commit and is started again after a while.</summary>
    Kill,

    /// <summary>The disk is full for a while.</summary>
    DiskFull,

    /// <summary>The machine's clock is put ahead, and put right after a while.</summary>
    ClockStep,

    /// <summary>A bar is sent twice.</summary>
    Duplicate,

    /// <summary>A bar is sent again after its successor.</summary>
    Late,

    /// <summary>A bar is not sent at all.</summary>
    Missing,

    /// <summary>Messages that are no bars are sent.</summary>
    Garbage,
}
