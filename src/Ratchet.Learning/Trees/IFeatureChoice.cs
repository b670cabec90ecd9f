namespace Ratchet.Learning.Trees;

/// <summary>Which features the nodes of one tree may split on.</summary>
internal interface IFeatureChoice
{
    /// <summary>The features of the tree; null for all.</summary>
    bool[]? OfTree { get; }

    /// <summary>The features of one node, some of the tree's; null for all.</summary>
    bool[]? OfNode(int index, int depth);
}
