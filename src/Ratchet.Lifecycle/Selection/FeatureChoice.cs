using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Selection;

/// <summary>One pass of the rules over some rows: rank all, drop correlated ones, rank what is left, drop small shares, keep the minimum.</summary>
internal sealed class FeatureChoice
{
    public required IReadOnlyList<DataSplit> Folds { get; init; }

    /// <summary>Over all candidates.</summary>
    public required FoldImportance First { get; init; }

    public required IReadOnlyList<CorrelatedFeature> Correlated { get; init; }

    /// <summary>The candidates left after the correlated had gone, rising.</summary>
    public required int[] Left { get; init; }

    /// <summary>Over those left.</summary>
    public required FoldImportance Second { get; init; }

    /// <summary>One rule a candidate.</summary>
    public required SelectionRule[] Rules { get; init; }

    /// <summary>For each fold, whether its own shares would have chosen each of those left.</summary>
    public required bool[][] ChosenByFold { get; init; }

    public int[] Selected => [.. Enumerable.Range(0, Rules.Length).Where(f => Rules[f] is SelectionRule.Share or SelectionRule.Minimum)];

    public static FeatureChoice Make(
        SelectionTable table, int[] rows, int[] labelEnds, int folds, SelectionOptions options, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        var splits = new PurgedKFold(folds, table.Purge, options.MinimumTrainingSamples).Split(rows, labelEnds);
        int[] all = [.. Enumerable.Range(0, table.Columns.Count)];
        var first = FoldImportance.Of(table, all, splits, options, key.Derive("all"), threads, cancellationToken);
        var correlations = CorrelationFilter.Matrix(table.Columns, rows, options.Correlation, threads, cancellationToken);
        var correlated = CorrelationFilter.Drop(correlations, first.Shares, options.MaximumCorrelation);
        int[] left = [.. all.Except(correlated.Select(c => c.Feature))];
        var second = correlated.Count == 0 ? first : FoldImportance.Of(table, left, splits, options, key.Derive("left"), threads, cancellationToken);

        var rules = new SelectionRule[all.Length];
        foreach (var twin in correlated)
        {
            rules[twin.Feature] = SelectionRule.Correlated;
        }

        var kept = Large(second.Shares, options);
        for (var i = 0; i < left.Length; i++)
        {
            rules[left[i]] = second.Shares[i] >= options.LeastShare ? SelectionRule.Share : kept[i] ? SelectionRule.Minimum : SelectionRule.SmallShare;
        }

        // Too few are left even with all that are not correlated: the best of the correlated ones fill up.
        var lacking = Math.Min(options.MinimumFeatures, all.Length) - kept.Count(k => k);
        foreach (var feature in RankOrder.Falling(first.Shares).Where(f => rules[f] == SelectionRule.Correlated).Take(Math.Max(0, lacking)))
        {
            rules[feature] = SelectionRule.Minimum;
        }

        return new()
        {
            Folds = splits,
            First = first,
            Correlated = correlated,
            Left = left,
            Second = second,
            Rules = rules,
            ChosenByFold = Array.ConvertAll(second.FoldShares, s => Large(s, options)),
        };
    }

    /// <summary>Which shares are large enough, or among the largest that the minimum asks for.</summary>
    private static bool[] Large(double[] shares, SelectionOptions options)
    {
        var kept = new bool[shares.Length];
        var order = RankOrder.Falling(shares);
        for (var i = 0; i < order.Length; i++)
        {
            kept[order[i]] = i < options.MinimumFeatures || shares[order[i]] >= options.LeastShare;
        }

        return kept;
    }
}
