namespace Ratchet.Adaptation.Selection;

/// <summary>What a decision, or a profile that it did not choose, earned.</summary>
/// <param name="Decision">The decision's number.</param>
/// <param name="Time">When it became known, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Profile">The profile's place.</param>
/// <param name="ResultInR">The realised result in multiples of the risk, not clipped.</param>
/// <param name="HoursHeld">How long it was held.</param>
/// <param name="Reward">What was learned: clipped, and per hour where the options say so.</param>
/// <param name="IsReal">Whether it was traded; else it was simulated on the same entry.</param>
public readonly record struct DecisionReward(long Decision, long Time, int Profile, double ResultInR, double HoursHeld, double Reward, bool IsReal);
