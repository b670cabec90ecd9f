using Ratchet.Numerics.Windows;

namespace Ratchet.Validation.Splits;

/// <summary>
/// Walk-forward splits: training lies strictly before its test window, purged, and the test windows follow one another without a gap.
/// The embargo has no effect here, because nothing after a test window is learnt from in the same split.
/// </summary>
public sealed class WalkForward
{
    private readonly WalkForwardOptions options;
    private readonly PurgeOptions purge;

    /// <summary>Sets up the splitter.</summary>
    /// <param name="options">Windows, their least length, rolling or anchored.</param>
    /// <param name="purge">The gap before a test window.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public WalkForward(WalkForwardOptions options, PurgeOptions purge)
    {
        options.Validate();
        purge.Validate();
        this.options = options;
        this.purge = purge;
    }

    /// <summary>Splits samples into windows; their number is what was asked for or as many as the data allows, whichever is less.</summary>
    /// <param name="rows">The bar of each sample, strictly rising.</param>
    /// <param name="labelEnds">The exclusive end bar of each sample's label interval.</param>
    /// <returns>At least one split, oldest first; the count is the number of windows. The last window takes the remainder.</returns>
    /// <exception cref="SplitRefusedException">Not even one window has enough training and test samples.</exception>
    public IReadOnlyList<DataSplit> Split(ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnds)
    {
        LabelledSamples.Check(rows, labelEnds);
        var start = FirstTest(rows, labelEnds);
        var testSamples = rows.Length - start;
        for (var windows = Math.Min(options.Windows, testSamples / options.MinimumTestBars); windows >= 1; windows--)
        {
            var splits = TryWindows(rows, labelEnds, start, windows);
            if (splits is not null)
            {
                return splits;
            }
        }

        throw new SplitRefusedException(
            $"{rows.Length} samples allow no walk-forward window with {options.MinimumTrainingSamples} training samples before it and {options.MinimumTestBars} test samples in it. " +
            "Use a longer history, a shorter label horizon or purge, or lower MinimumTrainingSamples or MinimumTestBars.");
    }

    private int FirstTest(ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnds)
    {
        var start = (int)Math.Ceiling(rows.Length * options.FirstTestShare);
        while (start < rows.Length && TrainRows(rows, labelEnds, 0, start).Length < options.MinimumTrainingSamples)
        {
            start += Math.Max(1, options.MinimumTrainingSamples - TrainRows(rows, labelEnds, 0, start).Length);
        }

        return Math.Min(start, rows.Length);
    }

    private DataSplit[]? TryWindows(ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnds, int start, int windows)
    {
        var size = (rows.Length - start) / windows;
        var splits = new DataSplit[windows];
        for (var window = 0; window < windows; window++)
        {
            var from = start + (window * size);
            var to = window == windows - 1 ? rows.Length : from + size;
            var train = TrainRows(rows, labelEnds, options.Anchored ? 0 : from - start, from);
            if (train.Length < options.MinimumTrainingSamples)
            {
                return null;
            }

            var test = rows[from..to].ToArray();
            splits[window] = new(window, train, test, [new IndexRange(test[0], test[^1] + 1)]);
        }

        return splits;
    }

    private int[] TrainRows(ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnds, int from, int testStart)
    {
        long first = rows[testStart];
        var kept = new List<int>(testStart - from);
        for (var i = from; i < testStart; i++)
        {
            if (rows[i] < first - purge.PurgeBars && labelEnds[i] <= first)
            {
                kept.Add(rows[i]);
            }
        }

        return [.. kept];
    }
}
