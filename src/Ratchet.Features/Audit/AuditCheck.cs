namespace Ratchet.Features.Audit;

/// <summary>The questions that the look-ahead audit asks of a feature.</summary>
public enum AuditCheck
{
    /// <summary>Is a value the same when the bars after the cut do not exist?</summary>
    Truncation,

    /// <summary>Is a value the same when the first bar after the cut is another?</summary>
    Perturbation,

    /// <summary>Is a value the same when every bar after the cut is another?</summary>
    RewrittenFuture,

    /// <summary>Does a stream that is given one bar after the other say the same as the whole column, at every bar?</summary>
    Streaming,

    /// <summary>Does a second calculation of the same bars, after all others, say the same as the first?</summary>
    Repetition,

    /// <summary>Is there no value before the warm-up that the feature declares?</summary>
    WarmUp,
}
