namespace Ratchet.Learning.Trees;

/// <summary>What all multi-class trees of a forest draw from. Shared by all threads, read only.</summary>
/// <param name="Rows">The rows of the view.</param>
/// <param name="Classes">Their classes, 0 to ClassCount - 1.</param>
/// <param name="Weights">Their weights.</param>
/// <param name="Factors">The factor of each class, on top of the weights.</param>
/// <param name="ClassCount">How many classes.</param>
/// <param name="Draw">How samples are drawn.</param>
/// <param name="Prior">The values of a tree whose sample is empty, one a class.</param>
internal sealed record ClassSample(ReadOnlyMemory<int> Rows, int[] Classes, double[] Weights, ClassFactors Factors, int ClassCount, RowDraw Draw, double[] Prior);
