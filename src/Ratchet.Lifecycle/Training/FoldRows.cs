namespace Ratchet.Lifecycle.Training;

/// <summary>The rows of one fold: what is trained on (purged, embargoed, labelled) and what is predicted.</summary>
/// <param name="TrainRows">Rising.</param>
/// <param name="TestRows">Rising; contiguous among the dataset's rows.</param>
internal sealed record FoldRows(int[] TrainRows, int[] TestRows);
