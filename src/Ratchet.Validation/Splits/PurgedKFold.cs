using Ratchet.Numerics.Windows;

namespace Ratchet.Validation.Splits;

/// <summary>
/// K-fold in the order of time: the samples are cut into k contiguous blocks, each is the test block once, and the samples around it are purged
/// on both sides and embargoed after it. Training rows lie on both sides of the test block, so its equity may rank trials and is never a headline.
/// </summary>
public sealed class PurgedKFold
{
    private readonly int folds;
    private readonly PurgeOptions purge;
    private readonly int minimumTrainingSamples;

    /// <summary>Sets up the splitter.</summary>
    /// <param name="folds">How many blocks, from 2.</param>
    /// <param name="purge">The gap and the embargo.</param>
    /// <param name="minimumTrainingSamples">The least number of training samples that a split may have, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is below its least.</exception>
    public PurgedKFold(int folds, PurgeOptions purge, int minimumTrainingSamples = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumTrainingSamples, 1);
        purge.Validate();
        this.folds = folds;
        this.purge = purge;
        this.minimumTrainingSamples = minimumTrainingSamples;
    }

    /// <summary>Splits samples into k folds; a block has n / k samples and the last one takes the remainder.</summary>
    /// <param name="rows">The bar of each sample, strictly rising.</param>
    /// <param name="labelEnds">The exclusive end bar of each sample's label interval.</param>
    /// <returns>As many splits as folds, oldest test block first; every sample is a test sample exactly once.</returns>
    /// <exception cref="SplitRefusedException">A split would have fewer training samples than the least, or a fold would be empty.</exception>
    public IReadOnlyList<DataSplit> Split(ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnds)
    {
        LabelledSamples.Check(rows, labelEnds);
        var size = rows.Length / folds;
        if (size == 0)
        {
            throw new SplitRefusedException($"{rows.Length} samples cannot be cut into {folds} folds; use more data or fewer folds.");
        }

        var splits = new DataSplit[folds];
        for (var fold = 0; fold < folds; fold++)
        {
            var block = new IndexRange(fold * size, fold == folds - 1 ? rows.Length : (fold + 1) * size);
            var train = Purging.TrainRows(rows, labelEnds, [block], purge);
            if (train.Length < minimumTrainingSamples)
            {
                throw new SplitRefusedException(
                    $"Fold {fold} of {folds} keeps {train.Length} training samples of {rows.Length} after the purge; at least {minimumTrainingSamples} are needed. " +
                    "Use a longer history, a shorter label horizon or purge, more folds, or lower the minimum.");
            }

            var test = rows[block.Start..block.End].ToArray();
            splits[fold] = new(fold, train, test, [new IndexRange(test[0], test[^1] + 1)]);
        }

        return splits;
    }
}
