using Ratchet.Learning.Binning;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Forests;

/// <summary>What all growers of a forest have in common.</summary>
/// <param name="X">The features.</param>
/// <param name="Rows">The rows of the view.</param>
/// <param name="Targets">Their targets.</param>
/// <param name="Weights">Their weights, without those of the classes.</param>
/// <param name="Draw">How samples are drawn.</param>
/// <param name="Limits">When a node may be split.</param>
/// <param name="Threads">How many threads each grower may use within a tree.</param>
/// <param name="CopyBlocks">Copies the bins of the rows, for growers whose nodes look at all features; null for others.</param>
internal sealed record GrowerPlan(
    BinnedMatrix X, ReadOnlyMemory<int> Rows, double[] Targets, double[] Weights, RowDraw Draw, TreeLimits Limits, int Threads, Func<FeatureBlocks>? CopyBlocks = null)
{
    // Where weights are further apart, what is left of a difference of sums may be rounding errors only.
    private const double WidestSubtraction = 1 << 20;

    /// <summary>Whether all rows weigh the same.</summary>
    public bool EqualWeights { get; } = !Weights.AsSpan().ContainsAnyExcept(Weights[0]);

    /// <summary>The most draws that a tree can count.</summary>
    public int MostDraws { get; } = Math.Max(Draw.Draws, Draw.Rows);

    /// <summary>Makes growers of one kind.</summary>
    /// <typeparam name="TMoments">The statistics.</typeparam>
    /// <typeparam name="TRule">How splits are judged.</typeparam>
    /// <param name="statistic">The statistic of a row from its target and weight.</param>
    /// <param name="rule">The rule.</param>
    public Func<TreeGrower> Growers<TMoments, TRule>(Func<double, double, TMoments> statistic, TRule rule)
        where TMoments : unmanaged, IMoments<TMoments>
        where TRule : struct, ISplitRule<TMoments>
    {
        var moments = new TMoments[Targets.Length];
        for (var i = 0; i < moments.Length; i++)
        {
            moments[i] = statistic(Targets[i], Weights[i]);
        }

        if (CopyBlocks is not null && WeightsAreClose())
        {
            var blocks = CopyBlocks();
            int[] places = [.. Enumerable.Range(0, Rows.Length)];
            var placed = new MomentSample<TMoments>(places, moments, Draw);
            return () => new AllFeaturesGrower<TMoments, TRule>(placed, X, blocks, Limits, rule, Threads);
        }

        var sample = new MomentSample<TMoments>(Rows, moments, Draw);
        return () => new MomentTreeGrower<TMoments, TRule>(sample, X, Limits, rule, Threads);
    }

    private bool WeightsAreClose()
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        foreach (var weight in Weights)
        {
            least = weight > 0 ? Math.Min(least, weight) : least;
            most = Math.Max(most, weight);
        }

        return most <= WidestSubtraction * least;
    }
}
