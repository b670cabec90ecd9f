namespace Ratchet.Numerics.Scores;

/// <summary>How pure the neighbourhoods of one group's rows are.</summary>
/// <param name="Group">The group's label.</param>
/// <param name="Rows">How many rows the group has.</param>
/// <param name="Purity">The mean over these rows of the share of same-group rows among the nearest, in [0, 1]; NaN where undefined.</param>
public readonly record struct GroupPurity(int Group, int Rows, double Purity);
