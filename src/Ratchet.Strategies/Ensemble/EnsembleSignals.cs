namespace Ratchet.Strategies.Ensemble;

/// <summary>
/// The ensemble's signal, one element a bar, as of the bar's close. NaN confidence: no model has spoken, nothing is traded.
/// The direction is the primary signal's side; the models say whether following it pays.
/// </summary>
public sealed class EnsembleSignals
{
    /// <summary>Silence for a number of bars.</summary>
    /// <param name="bars">How many bars.</param>
    public EnsembleSignals(int bars)
    {
        Confidence = Silent(bars);
        Size = Silent(bars);
        ExpectedR = Silent(bars);
        ExitProbability = Silent(bars);
    }

    /// <summary>Calibrated probability that following the primary signal ends with a net profit, in [0, 1].</summary>
    public double[] Confidence { get; }

    /// <summary>Share of the full size, in [0, 1].</summary>
    public double[] Size { get; }

    /// <summary>Expected net outcome in multiples of the risk.</summary>
    public double[] ExpectedR { get; }

    /// <summary>Calibrated probability that holding over the next quarter of the horizon loses, in [0, 1].</summary>
    public double[] ExitProbability { get; }

    /// <summary>How many bars there are.</summary>
    public int Count => Confidence.Length;

    /// <summary>Writes one bar; its direction is the primary signal's and is not kept here.</summary>
    /// <param name="bar">Which bar.</param>
    internal EnsembleSignal this[int bar]
    {
        set
        {
            Confidence[bar] = value.Confidence;
            Size[bar] = value.Size;
            ExpectedR[bar] = value.ExpectedR;
            ExitProbability[bar] = value.ExitProbability;
        }
    }

    private static double[] Silent(int bars)
    {
        var column = new double[bars];
        Array.Fill(column, double.NaN);
        return column;
    }
}
