namespace Ratchet.Learning.Trees;

/// <summary>How far a tree may grow.</summary>
/// <param name="MaxDepth">The most splits on a way down; <see cref="int.MaxValue"/> is unlimited.</param>
/// <param name="MaxLeaves">The most leaves, split best first; 0 grows level by level without such a limit.</param>
internal readonly record struct GrowthLimits(int MaxDepth, int MaxLeaves);
