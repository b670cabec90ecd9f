using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Forests;

/// <summary>One step down a tree.</summary>
internal interface IDescentStep
{
    /// <summary>The node after <paramref name="at"/> for the bins that start at <paramref name="row"/>.</summary>
    static abstract int Step(ref TreeNode nodes, ref byte row, int at);
}
