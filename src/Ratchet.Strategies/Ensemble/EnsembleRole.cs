namespace Ratchet.Strategies.Ensemble;

/// <summary>What each of the four models answers about following the primary signal at the close of a bar.</summary>
public enum EnsembleRole
{
    /// <summary>Class: is the profit barrier touched before the stop and the horizon?</summary>
    Entry,

    /// <summary>Regression in [0, 1]: which share of the full size does the outcome deserve?</summary>
    Position,

    /// <summary>Class: does holding over the next quarter of the horizon lose?</summary>
    Exit,

    /// <summary>Regression in R: the net outcome.</summary>
    Profit,
}
