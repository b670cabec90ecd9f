namespace Ratchet.Learning.Trees;

/// <summary>How far a tree may grow, and how the nodes' rows are counted, which the result does not depend on where sums are exact.</summary>
/// <param name="MaxDepth">The most splits on a way down; <see cref="int.MaxValue"/> is unlimited.</param>
/// <param name="MaxLeaves">The most leaves, split best first; 0 grows level by level without such a limit.</param>
/// <param name="LeastKeptRows">The histograms of nodes with more rows are kept for a subtraction; counting the children of smaller ones anew is cheaper.</param>
/// <param name="MostMarkedRows">Nodes with at most so many rows are counted with marks of the occupied bins, for rules that look at nothing else.</param>
internal readonly record struct GrowthLimits(int MaxDepth, int MaxLeaves, int LeastKeptRows = 512, int MostMarkedRows = 0);
