namespace Ratchet.Adaptation.Retirement;

/// <summary>How long a strategy has been in each status, and how its degradations ended.</summary>
/// <param name="Active">Milliseconds active.</param>
/// <param name="Degraded">Milliseconds degraded.</param>
/// <param name="Suspended">Milliseconds suspended.</param>
/// <param name="Retired">Milliseconds retired.</param>
/// <param name="Degradations">How often it was degraded.</param>
/// <param name="Recoveries">How often it came from degraded back to active.</param>
/// <param name="Suspensions">How often it was suspended.</param>
public readonly record struct StatusTimes(long Active, long Degraded, long Suspended, long Retired, int Degradations, int Recoveries, int Suspensions)
{
    internal StatusTimes Spent(RetirementStatus status, long milliseconds) => status switch
    {
        RetirementStatus.Active => this with { Active = Active + milliseconds },
        RetirementStatus.Degraded => this with { Degraded = Degraded + milliseconds },
        RetirementStatus.Suspended => this with { Suspended = Suspended + milliseconds },
        _ => this with { Retired = Retired + milliseconds },
    };
}
