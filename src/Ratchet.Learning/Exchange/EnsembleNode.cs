namespace Ratchet.Learning.Exchange;

/// <summary>One node of an <see cref="EnsembleTree"/>.</summary>
/// <param name="Left">The left child's place in the tree; -1 at a leaf. The right child is the next place.</param>
/// <param name="Feature">The column that a split looks at; at a leaf without meaning.</param>
/// <param name="Threshold">A row goes left where (float)x &lt; threshold; 0 at a leaf.</param>
/// <param name="MissingGoesLeft">Where NaN goes.</param>
/// <param name="Value">What a leaf adds to the margin; 0 at a split.</param>
/// <param name="Gain">The loss that the split saved in training; 0 at a leaf.</param>
/// <param name="Cover">The sum of the second derivatives, or the training weight, that reached the node.</param>
/// <param name="BaseWeight">What the node would have given as a leaf, before shrinkage.</param>
public readonly record struct EnsembleNode(
    int Left, int Feature, float Threshold, bool MissingGoesLeft, float Value, float Gain, float Cover, float BaseWeight)
{
    /// <summary>The feature that XGBoost writes at a node that pruning has removed.</summary>
    public const int RemovedFeature = int.MaxValue;

    /// <summary>Whether the node has no children.</summary>
    public bool IsLeaf => Left < 0;

    /// <summary>A leaf.</summary>
    /// <param name="value">What it adds to the margin.</param>
    /// <param name="cover">The training weight that reached it.</param>
    /// <param name="baseWeight">The value before shrinkage.</param>
    public static EnsembleNode Leaf(float value, float cover, float baseWeight) => new(-1, 0, 0, false, value, 0, cover, baseWeight);
}
