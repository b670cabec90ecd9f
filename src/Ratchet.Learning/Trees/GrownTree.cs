namespace Ratchet.Learning.Trees;

/// <summary>One tree as its grower leaves it.</summary>
/// <param name="Nodes">The nodes; the first is the root.</param>
/// <param name="Values">The prediction at each node, one number a node or one a class.</param>
/// <param name="Weights">The training weight that reached each node.</param>
/// <param name="Gains">The decrease of weighted impurity at each node; 0 at a leaf.</param>
/// <param name="Depth">The splits on the longest way down.</param>
internal sealed record GrownTree(TreeNode[] Nodes, double[] Values, double[] Weights, double[] Gains, int Depth);
