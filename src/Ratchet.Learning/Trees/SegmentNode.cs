namespace Ratchet.Learning.Trees;

/// <summary>A node of a grown tree and the segment of its rows.</summary>
/// <param name="Node">The split or leaf.</param>
/// <param name="Depth">The splits above it.</param>
/// <param name="Start">Where its rows start.</param>
/// <param name="End">Where they end.</param>
/// <param name="Gain">What its split gains; 0 at a leaf.</param>
/// <param name="Lower">The least weight that order constraints leave.</param>
/// <param name="Upper">The largest.</param>
internal readonly record struct SegmentNode(TreeNode Node, int Depth, int Start, int End, double Gain, double Lower, double Upper);
