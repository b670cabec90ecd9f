using System.Collections.Immutable;

namespace Ratchet.Numerics.Scores;

/// <summary>
/// Predicted probabilities against observed shares, bin by bin. Source: DeGroot and Fienberg (1983).
/// </summary>
public sealed class ReliabilityDiagram
{
    private ReliabilityDiagram(ImmutableArray<ReliabilityBin> bins) => Bins = bins;

    /// <summary>The bins from low to high, empty ones too.</summary>
    public ImmutableArray<ReliabilityBin> Bins { get; }

    /// <summary>Bins of equal width on [0, 1]. A bin holds its lower edge, the last one its upper edge too.</summary>
    /// <param name="probabilities">One per row, in [0, 1].</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="bins">How many, at least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a probability is outside [0, 1] or NaN, or a label is not 0 or 1.</exception>
    public static ReliabilityDiagram EqualWidth(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var edges = new double[bins + 1];
        for (var i = 0; i <= bins; i++)
        {
            edges[i] = (double)i / bins;
        }

        return Build(probabilities, labels, edges, upperEdgeBelongs: false);
    }

    /// <summary>
    /// Bins between quantiles of the probabilities (linear interpolation), so that each holds about as many rows. A bin holds its upper
    /// edge, the first one its lower edge too, as in scikit-learn. No bins for no rows.
    /// </summary>
    /// <param name="probabilities">One per row, in [0, 1].</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <param name="bins">How many, at least 1; bins between equal quantiles are empty.</param>
    /// <exception cref="ArgumentException">Lengths differ, a probability is outside [0, 1] or NaN, or a label is not 0 or 1.</exception>
    public static ReliabilityDiagram EqualCount(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (probabilities.IsEmpty)
        {
            return Build(probabilities, labels, [0], upperEdgeBelongs: true);
        }

        var sorted = probabilities.ToArray();
        Array.Sort(sorted);
        var edges = new double[bins + 1];
        for (var i = 0; i <= bins; i++)
        {
            var at = (double)i / bins * (sorted.Length - 1);
            var below = (int)at;
            var above = Math.Min(below + 1, sorted.Length - 1);
            edges[i] = sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
        }

        return Build(probabilities, labels, edges, upperEdgeBelongs: true);
    }

    private static ReliabilityDiagram Build(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> labels, double[] edges, bool upperEdgeBelongs)
    {
        ScoreInputs.RequireSameLength(probabilities.Length, labels.Length, nameof(labels));
        var bins = edges.Length - 1;
        var predicted = new double[bins];
        var observed = new double[bins];
        var counts = new int[bins];
        for (var i = 0; i < labels.Length; i++)
        {
            if (!(probabilities[i] is >= 0 and <= 1) || labels[i] is not (0 or 1))
            {
                throw new ArgumentException(
                    $"Row {i} has the probability {probabilities[i]} and the label {labels[i]}; they must be in [0, 1] and 0 or 1.", nameof(probabilities));
            }

            var bin = 0;
            while (bin < bins - 1 && (upperEdgeBelongs ? probabilities[i] > edges[bin + 1] : probabilities[i] >= edges[bin + 1]))
            {
                bin++;
            }

            predicted[bin] += probabilities[i];
            observed[bin] += labels[i];
            counts[bin]++;
        }

        var builder = ImmutableArray.CreateBuilder<ReliabilityBin>(bins);
        for (var b = 0; b < bins; b++)
        {
            // 0 / 0 is the NaN of an empty bin.
            builder.Add(new ReliabilityBin(edges[b], edges[b + 1], predicted[b] / counts[b], observed[b] / counts[b], counts[b]));
        }

        return new ReliabilityDiagram(builder.MoveToImmutable());
    }
}
