using System.Runtime.ExceptionServices;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Sets;

/// <summary>Computes a feature set over whole columns.</summary>
public static class FeatureBuilder
{
    /// <summary>
    /// Runs each family that the set needs once, several at a time, each into its own columns, so that the result does not depend on the
    /// number of threads.
    /// </summary>
    /// <param name="bars">The bars.</param>
    /// <param name="set">Which features.</param>
    /// <param name="catalogue">Where they are found.</param>
    /// <param name="threads">How many families may run at once, at least 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static FeatureTable Build(
        BarSeries bars,
        FeatureSet set,
        FeatureCatalogue catalogue,
        int threads,
        CancellationToken cancellationToken) => Build(bars, set, catalogue, null, threads, cancellationToken);

    /// <summary>
    /// The same with a store: columns that it has are read, the families of the others run, and their columns are given to it. The table is the same to the bit,
    /// but for <see cref="FeatureTable.Reuse"/>.
    /// </summary>
    /// <param name="bars">The bars.</param>
    /// <param name="set">Which features.</param>
    /// <param name="catalogue">Where they are found.</param>
    /// <param name="store">Where columns are kept between runs; null for nowhere.</param>
    /// <param name="threads">How many families may run at once, at least 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A name is unknown, or a feature's time frame does not fit the bars.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static FeatureTable Build(
        BarSeries bars,
        FeatureSet set,
        FeatureCatalogue catalogue,
        IFeatureColumnStore? store,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var plan = new FeaturePlan(set, catalogue);
        var firstCompleteRow = plan.FirstCompleteRow(bars.TimeFrame);
        var stored = new StoredColumns(plan, bars, store);
        int[] needed = [.. Enumerable.Range(0, plan.Families.Length).Where(f => Enumerable.Range(0, plan.FamilyOf.Length).Any(c => plan.FamilyOf[c] == f && stored.Columns[c] is null))];
        var outputs = new double[plan.Families.Length][][];
        if (threads == 1)
        {
            foreach (var family in needed)
            {
                outputs[family] = Run(plan.Families[family], bars, cancellationToken);
            }
        }
        else
        {
            RunTogether(plan, needed, bars, threads, outputs, cancellationToken);
        }

        var columns = new double[plan.Descriptors.Length][];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = stored.Columns[c] ?? outputs[plan.FamilyOf[c]][plan.OutputOf[c]];
        }

        var reuse = stored.Keep(columns);
        return new()
        {
            Names = set.Features,
            Columns = columns,
            RowCount = bars.Count,
            FirstCompleteRow = firstCompleteRow,
            Descriptors = plan.Descriptors,
            Identities = plan.Identities,
            Remarks = plan.Remarks(bars.TimeFrame),
            Reuse = reuse,
            StoreRemarks = store?.Remarks ?? [],
        };
    }

    private static void RunTogether(
        FeaturePlan plan, int[] needed, BarSeries bars, int threads, double[][][] outputs, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.ForEach(needed, options, i => outputs[i] = Run(plan.Families[i], bars, cancellationToken));
        }
        catch (AggregateException exception)
        {
            // The caller sees what a single thread would have thrown.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    private static double[][] Run(IFeatureFamily family, BarSeries bars, CancellationToken cancellationToken)
    {
        var columns = new double[family.Features.Count][];
        for (var k = 0; k < columns.Length; k++)
        {
            columns[k] = new double[bars.Count];
        }

        family.Compute(bars, columns, cancellationToken);
        return columns;
    }
}
