namespace Ratchet.Features.Labels;

/// <summary>What a barrier geometry makes of the training bars. Every figure is better when it is larger; NaN where there is no label.</summary>
/// <param name="Labels">How many rows have a label.</param>
/// <param name="EffectiveLabels">The sum of their average uniquenesses: how many labels they are worth where none overlapped.</param>
/// <param name="ClassEntropy">The entropy of the entry class in bits, from 0 (one class alone) to 1 (both as often).</param>
/// <param name="MeanOutcome">The mean outcome of a label in R, net of costs: what following the primary signal without a model would have brought.</param>
/// <param name="MeanUniqueness">The mean of the average uniquenesses, in (0, 1].</param>
public readonly record struct BarrierScore(int Labels, double EffectiveLabels, double ClassEntropy, double MeanOutcome, double MeanUniqueness)
{
    /// <summary>Whether no objective is worse than the other's and one is better (Pareto dominance). False where a figure of either is NaN.</summary>
    /// <param name="other">Another geometry's score on the same bars.</param>
    public bool Dominates(BarrierScore other)
    {
        Span<double> mine = stackalloc double[BarrierProblem.ObjectiveCount];
        Span<double> theirs = stackalloc double[BarrierProblem.ObjectiveCount];
        WriteCosts(mine);
        other.WriteCosts(theirs);
        var better = false;
        for (var i = 0; i < mine.Length; i++)
        {
            if (!(mine[i] <= theirs[i]))
            {
                return false;
            }

            better |= mine[i] < theirs[i];
        }

        return better;
    }

    /// <summary>
    /// The objectives as numbers to be made small, in the order of <see cref="BarrierProblem.Objectives"/>, each with its sign turned.
    /// A geometry without labels gets positive infinity, so that it loses against any other.
    /// </summary>
    /// <param name="costs">Receives one number an objective.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public void WriteCosts(Span<double> costs)
    {
        if (costs.Length != BarrierProblem.ObjectiveCount)
        {
            throw new ArgumentException($"costs has {costs.Length} places; there are {BarrierProblem.ObjectiveCount} objectives.", nameof(costs));
        }

        if (Labels == 0)
        {
            costs.Fill(double.PositiveInfinity);
            return;
        }

        costs[0] = -ClassEntropy;
        costs[1] = -MeanOutcome;
        costs[2] = -MeanUniqueness;
        costs[3] = -EffectiveLabels;
    }
}
