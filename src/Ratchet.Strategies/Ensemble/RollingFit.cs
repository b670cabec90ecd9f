namespace Ratchet.Strategies.Ensemble;

/// <summary>
/// Meta layers fitted as time goes on: the rows of a window are scored by a layer fitted on the predictions of earlier windows whose
/// labels had ended before the window began. The first windows, until there is enough to learn from, stay silent.
/// </summary>
public static class RollingFit
{
    /// <summary>Writes the signals of every window after the burn-in.</summary>
    /// <param name="predictions">Predictions that each window's models made for its rows, trained on earlier rows only.</param>
    /// <param name="context">Side and regime.</param>
    /// <param name="targets">Outcomes of the labelled rows.</param>
    /// <param name="windows">Test rows of each window, in time order.</param>
    /// <param name="burnInRows">How many rows with known outcomes must exist before a window is scored.</param>
    /// <param name="options">The layer's options.</param>
    /// <param name="firstRow">The first row that has a signal; -1 when no window could be scored.</param>
    public static EnsembleSignals Run(
        BasePredictions predictions,
        MetaContext context,
        MetaTargets targets,
        IReadOnlyList<int[]> windows,
        int burnInRows,
        MetaOptions options,
        out int firstRow)
    {
        var signals = new EnsembleSignals(predictions.Count);
        var past = new List<int>();
        var known = new List<int>();
        firstRow = -1;
        foreach (var window in windows)
        {
            if (window.Length == 0)
            {
                continue;
            }

            known.Clear();
            foreach (var row in past)
            {
                if (targets.LabelEnd.Span[row] <= window[0])
                {
                    known.Add(row);
                }
            }

            if (known.Count >= burnInRows)
            {
                var layer = MetaLayer.Learn(predictions, context, targets, known.ToArray(), options);
                layer.Apply(predictions, context, window, signals);
                firstRow = firstRow < 0 ? window[0] : firstRow;
            }

            past.AddRange(window);
        }

        return signals;
    }
}
