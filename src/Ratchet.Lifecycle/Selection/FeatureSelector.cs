using Ratchet.Learning.Resampling;
using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Selection;

/// <summary>
/// Chooses features: of two that are correlated the more important stays, and of those left each with a large enough share of the positive permutation
/// importance. The rule is applied to the rows it is given, which must be those of the development part; what the choice is worth is told by
/// <see cref="SelectionReport.Nested"/>, in which the whole procedure is repeated without the rows that judge it.
/// </summary>
/// <remarks>
/// Importance is measured twice: features that tell the same divide their importance between them, so that the one that stays gets its full share only after
/// the others have gone. The result does not depend on the number of threads. Cost: models x (2 x folds + outer folds x (2 x (folds - 1) + 2)) forests, and for
/// each but the last two of an outer fold a prediction of the test rows a feature and shuffle.
/// </remarks>
public static class FeatureSelector
{
    /// <summary>Chooses.</summary>
    /// <param name="table">Candidates, rows, models.</param>
    /// <param name="options">The rules.</param>
    /// <param name="threads">How many threads may work; at least 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the table has no candidate or model.</exception>
    /// <exception cref="SplitRefusedException">There are too few rows for the folds.</exception>
    public static SelectionReport Run(SelectionTable table, SelectionOptions options, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        options.Validate();
        table.Check();
        var key = StreamKey.FromSeed(options.Seed).Derive("selection");
        var choice = FeatureChoice.Make(table, table.Rows, table.LabelEnds, options.Folds, options, key.Derive("choice"), threads, cancellationToken);
        return new()
        {
            Options = options,
            Rows = table.Rows.Length,
            Targets = [.. table.Targets.Select(t => t.Name)],
            Features = Verdicts(table.Names, choice),
            Stability = RankingStability.Of(choice.Second.FoldShares, choice.ChosenByFold, options.Top),
            Nested = NestedComparison.Run(table, options, key.Derive("nested"), threads, cancellationToken),
            Regimes = table.Regimes.IsEmpty ? [] : RegimesOf(choice.Folds, table.Regimes.Span, table.RegimeNames.Count),
            RegimeNames = table.RegimeNames,
        };
    }

    /// <summary>How often each regime occurs among the training and the test rows of splits.</summary>
    /// <param name="splits">The splits.</param>
    /// <param name="regimes">A regime for each row of the table.</param>
    /// <param name="regimeCount">How many regimes there are.</param>
    public static IReadOnlyList<SplitRegimes> RegimesOf(IReadOnlyList<DataSplit> splits, ReadOnlySpan<int> regimes, int regimeCount)
    {
        ArgumentNullException.ThrowIfNull(splits);
        var result = new List<SplitRegimes>(splits.Count);
        foreach (var split in splits)
        {
            result.Add(new(split.Index, GroupBalance.Shares(regimes, split.TrainRows, regimeCount), GroupBalance.Shares(regimes, split.TestRows, regimeCount)));
        }

        return result;
    }

    private static FeatureVerdict[] Verdicts(IReadOnlyList<string> names, FeatureChoice choice)
    {
        var verdicts = new FeatureVerdict[names.Count];
        for (var f = 0; f < verdicts.Length; f++)
        {
            var place = Array.BinarySearch(choice.Left, f);
            var twin = choice.Correlated.Where(c => c.Feature == f).Select(c => (CorrelatedFeature?)c).FirstOrDefault();
            verdicts[f] = new(
                names[f],
                choice.Rules[f],
                choice.First.Shares[f],
                place < 0 ? double.NaN : choice.Second.Shares[place],
                choice.First.ImpurityShares[f],
                place < 0 ? [] : [.. choice.Second.FoldShares.Select(s => s[place])],
                place < 0 ? 0 : choice.ChosenByFold.Count(c => c[place]),
                twin is { } known ? names[known.Kept] : null,
                twin?.Correlation ?? double.NaN);
        }

        return verdicts;
    }
}
