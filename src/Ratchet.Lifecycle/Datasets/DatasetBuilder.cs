using System.Security.Cryptography;
using System.Text;
using Ratchet.Features.Labels;
using Ratchet.Features.Sets;
using Ratchet.Learning.Binning;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Datasets;

/// <summary>Makes a dataset from bars.</summary>
public static class DatasetBuilder
{
    private const int LeastEdgeRows = 100;

    /// <summary>Computes features, side and matrix.</summary>
    /// <param name="bars">The bars; a search is given the development part only, so that nothing sealed can reach it.</param>
    /// <param name="options">What to make.</param>
    /// <param name="edgeRows">The bars whose quantiles become bin edges: never sealed ones.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="NotEnoughDataException">No bar has every feature and room for its label.</exception>
    public static Dataset Build(BarSeries bars, DatasetOptions options, IndexRange edgeRows, int threads, CancellationToken cancellationToken)
    {
        options.Validate();
        var table = FeatureBuilder.Build(bars, options.Features, options.Catalogue, options.Columns, threads, cancellationToken);
        var primary = BarrierUnit.Signal(bars, options.MomentumBars, options.VolatilityBars, options.Volatility);
        var distance = RangeDistance.Compute(bars, options.RangeBars);
        var rows = EligibleRows(table, primary, distance, bars.Count - options.LongestHorizon - 1);
        if (rows.Length == 0)
        {
            throw new NotEnoughDataException(
                $"{bars.Symbol} {bars.TimeFrame}: none of {bars.Count} bars has every feature (warm-up {table.FirstCompleteRow} bars) " +
                $"and {options.LongestHorizon} bars after it; import a longer history or choose features with a shorter warm-up.");
        }

        if (edgeRows.End - rows[0] < LeastEdgeRows)
        {
            throw new NotEnoughDataException(
                $"{bars.Symbol} {bars.TimeFrame}: only {Math.Max(0, edgeRows.End - rows[0])} bars after the warm-up ({table.FirstCompleteRow} bars) come before the first " +
                $"walk-forward window, {LeastEdgeRows} are needed to quantise features; import a longer history or raise validation.walkForwardStart.");
        }

        var names = EnsembleInputs.LearnedNames(table.Names);
        var columns = new List<double[]>(table.Columns) { ToDouble(primary.Side), Absolute(primary.Momentum) };
        var memories = columns.ConvertAll(c => new ReadOnlyMemory<double>(c));
        var matrix = BinnedMatrix.Build(names, memories, WarmEdgeRows(edgeRows, rows[0]), options.Binning, threads, cancellationToken);
        var context = new MetaContext(primary.Side, Column(table, EnsembleInputs.Bull, bars.Count), Column(table, EnsembleInputs.Bear, bars.Count));
        return new(bars, table, matrix, memories, primary, distance, rows, context, options, Hash(bars, table, options));
    }

    private static int[] EligibleRows(FeatureTable table, PrimarySignal primary, double[] distance, int end)
    {
        var rows = new List<int>();
        for (var row = table.FirstCompleteRow; row < end; row++)
        {
            var complete = primary.Side[row] != 0 && double.IsFinite(primary.Momentum[row]) && primary.Sigma[row] > 0 && distance[row] > 0;
            for (var c = 0; complete && c < table.Columns.Count; c++)
            {
                complete = double.IsFinite(table.Columns[c][row]);
            }

            if (complete)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    private static IndexRange WarmEdgeRows(IndexRange edgeRows, int firstRow) => new(Math.Max(edgeRows.Start, firstRow), edgeRows.End);

    private static double[] ToDouble(sbyte[] side) => Array.ConvertAll(side, s => (double)s);

    private static double[] Absolute(double[] values) => Array.ConvertAll(values, Math.Abs);

    private static ReadOnlyMemory<double> Column(FeatureTable table, string name, int count)
    {
        for (var i = 0; i < table.Names.Count; i++)
        {
            if (table.Names[i] == name)
            {
                return table.Columns[i];
            }
        }

        var unknown = new double[count];
        Array.Fill(unknown, double.NaN);
        return unknown;
    }

    private static string Hash(BarSeries bars, FeatureTable table, DatasetOptions options)
    {
        var text = $"{BarContentHash.Compute(bars)}|{options.Features.ContentHash}|{options.MomentumBars}|{options.VolatilityBars}|{options.Volatility}|" +
            $"{options.LongestHorizon}|{options.RangeBars}|{options.Binning.MaxBins}|{string.Join('\n', table.Identities)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
