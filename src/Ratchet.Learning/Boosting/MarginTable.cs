using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Boosting;

/// <summary>The rows of a view while boosting runs: bins, targets, weights, and for each class group margins, gradients and hessians.</summary>
internal sealed class MarginTable
{
    /// <summary>Rows that one thread works on at a time; sums are taken by chunk, so that they do not depend on threads.</summary>
    public const int ChunkRows = 4096;

    private readonly double totalWeight;

    public MarginTable(BinnedMatrix x, TrainingView view, int groups, double positiveWeight, int threads, CancellationToken cancellationToken)
    {
        Count = view.Count;
        Blocks = FeatureBlocks.Copy(x, view.Rows, threads, cancellationToken);
        var room = (Count + BoostingLoss.Lanes - 1) / BoostingLoss.Lanes * BoostingLoss.Lanes;
        Targets = new double[room];
        Weights = new double[room];
        Gather(view, cancellationToken);
        totalWeight = LaneReduction.Sum(Weights);
        GradientWeights = Weights;
        if (positiveWeight != 1)
        {
            GradientWeights = [.. Weights];
            for (var i = 0; i < Count; i++)
            {
                GradientWeights[i] *= Targets[i] == 1 ? positiveWeight : 1;
            }
        }

        Margins = Make(groups, room);
        Gradients = Make(groups, room);
        Hessians = Make(groups, room);
    }

    public int Count { get; }

    public FeatureBlocks Blocks { get; }

    public double[] Targets { get; }

    /// <summary>The weights that losses count.</summary>
    public double[] Weights { get; }

    /// <summary>The weights that gradients count.</summary>
    public double[] GradientWeights { get; }

    public double[][] Margins { get; }

    public double[][] Gradients { get; }

    public double[][] Hessians { get; }

    /// <summary>The mean target by the gradients' weights.</summary>
    public double MeanTarget => LaneReduction.Dot(Targets, GradientWeights) / LaneReduction.Sum(GradientWeights);

    /// <summary>Fills gradients and hessians from the margins.</summary>
    /// <returns>The loss as it is reported.</returns>
    public double Evaluate(BoostingLoss loss, int threads, CancellationToken cancellationToken)
    {
        var sums = new double[(Count + ChunkRows - 1) / ChunkRows];
        WorkSplit.Run(
            sums.Length, threads, chunk => sums[chunk] = loss.Fill(chunk * ChunkRows, Math.Min((chunk + 1) * ChunkRows, Targets.Length), this), cancellationToken);
        return loss.Report(LaneReduction.Sum(sums) / totalWeight);
    }

    private static double[][] Make(int groups, int room)
    {
        var result = new double[groups][];
        for (var k = 0; k < groups; k++)
        {
            result[k] = new double[room];
        }

        return result;
    }

    private void Gather(TrainingView view, CancellationToken cancellationToken)
    {
        var rows = view.Rows.Span;
        var targets = view.Targets.Span;
        var weights = view.Weights.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i % WorkChunk.Rows == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            Targets[i] = targets[rows[i]];
            Weights[i] = weights.IsEmpty ? 1 : weights[rows[i]];
        }
    }
}
