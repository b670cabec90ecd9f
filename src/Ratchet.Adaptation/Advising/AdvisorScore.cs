using Ratchet.Adaptation.Retirement;

namespace Ratchet.Adaptation.Advising;

/// <summary>What the advisor says about a signal. It can filter, shrink and weigh; it never raises the confidence.</summary>
/// <param name="Passes">Whether the signal may open a position.</param>
/// <param name="Quality">Its quality, in [0, 1]; 1 where the advisor is silent or failed.</param>
/// <param name="ConfidenceCap">The confidence that is passed on is the lower of the signal's and this, in [0, 1].</param>
/// <param name="Multiplier">What the size is multiplied with, in [0, 2]; 0 where the signal does not pass.</param>
/// <param name="Status">The strategy's status; active where retirement is off.</param>
public readonly record struct AdvisorScore(bool Passes, double Quality, double ConfidenceCap, double Multiplier, RetirementStatus Status)
{
    /// <summary>A score that changes nothing.</summary>
    public static AdvisorScore Neutral { get; } = new(true, 1, 1, 1, RetirementStatus.Active);
}
