namespace Ratchet.Features.Labels;

/// <summary>Which of the three barriers a path met first.</summary>
public enum FirstBarrier
{
    /// <summary>No path was followed: the row has no label.</summary>
    None,

    /// <summary>The profit barrier.</summary>
    Profit,

    /// <summary>The stop barrier.</summary>
    Stop,

    /// <summary>Neither before the time was up.</summary>
    Vertical,
}
