namespace Ratchet.Learning.Neighbours;

/// <summary>A branch or a leaf of the search tree.</summary>
/// <param name="Left">The node of the lower half; -1 for a leaf.</param>
/// <param name="Right">The node of the upper half; -1 for a leaf.</param>
/// <param name="FirstBlock">A leaf's first block.</param>
/// <param name="EndBlock">After a leaf's last block.</param>
/// <param name="Earliest">The earliest time of its events; negative infinity without times.</param>
internal readonly record struct TreeSearchNode(int Left, int Right, int FirstBlock, int EndBlock, double Earliest);
