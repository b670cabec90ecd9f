namespace Ratchet.Features.Sets;

/// <summary>The two questions that the look-ahead audit asks of a feature.</summary>
public enum AuditCheck
{
    /// <summary>Is a value the same when the bars after the cut do not exist?</summary>
    Truncation,

    /// <summary>Is a value the same when the first bar after the cut is another?</summary>
    Perturbation,
}
