using Ratchet.Numerics.Windows;

namespace Ratchet.Validation.Splits;

/// <summary>One division of the samples into training and test. A sample is named by its row, the index of its bar.</summary>
/// <param name="Index">The number of the split, from 0, oldest test block first.</param>
/// <param name="TrainRows">The rows to learn from, ascending, purged.</param>
/// <param name="TestRows">The rows to judge on, ascending; none is a training row.</param>
/// <param name="TestBlocks">The contiguous test blocks as bar ranges, each from its first test row to the one after its last.</param>
public sealed record DataSplit(int Index, int[] TrainRows, int[] TestRows, IReadOnlyList<IndexRange> TestBlocks);
