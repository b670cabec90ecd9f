namespace Ratchet.Learning.Trees;

/// <summary>A row of a multi-class sample: its class and its weight times its multiplicity.</summary>
internal readonly record struct ClassRow(int Class, double Weight);
