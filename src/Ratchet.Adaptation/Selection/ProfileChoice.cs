namespace Ratchet.Adaptation.Selection;

/// <summary>What was chosen for a signal.</summary>
/// <param name="Decision">Its number, by which rewards find it.</param>
/// <param name="Profile">The profile's place; -1 is no new position.</param>
/// <param name="SizeFactor">Multiplies the size, in (0, 1]; 0 where there is no new position.</param>
/// <param name="Propensity">The probability it was chosen with; 1 where there was no choice.</param>
/// <param name="Explored">Whether another profile had the largest estimate.</param>
/// <param name="Why">Why there was no choice, or none.</param>
public readonly record struct ProfileChoice(long Decision, int Profile, double SizeFactor, double Propensity, bool Explored, ChoiceReason Why);
