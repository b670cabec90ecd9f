namespace Ratchet.Adaptation.Bandits;

/// <summary>What an arm is thought to earn.</summary>
/// <param name="Value">The mean reward, shrunk towards what others say where pooling is on.</param>
/// <param name="Trades">How many trades stand behind it, the prior's counted.</param>
/// <param name="Deviation">The standard deviation of one reward.</param>
public readonly record struct ArmEstimate(double Value, double Trades, double Deviation);
