using System.Buffers;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;

namespace Ratchet.Strategies.Ensemble;

/// <summary>
/// A trained ensemble: the four forests, the layer above them, and the confidence that an entry needs. Immutable, safe for any number of threads, and free
/// of the data it was learned on. The one-row form and the batch form give the same bits.
/// </summary>
public sealed class EnsembleModel
{
    private const int StackBytes = 1024;
    private const int Block = 1024;
    private readonly RandomForest[] forests;

    /// <summary>Puts trained parts together.</summary>
    /// <param name="forests">The four forests in the order of <see cref="EnsembleRole"/>, over the same features and thresholds.</param>
    /// <param name="meta">The layer above them.</param>
    /// <param name="confidenceThreshold">The least confidence of an entry, in [0, 1].</param>
    /// <exception cref="ArgumentException">
    /// There are not four forests, their bins differ, or one has the wrong task: entry and exit classify in at most two classes, position and profit regress.
    /// </exception>
    public EnsembleModel(IReadOnlyList<RandomForest> forests, MetaLayer meta, double confidenceThreshold)
    {
        ArgumentNullException.ThrowIfNull(forests);
        ArgumentNullException.ThrowIfNull(meta);
        if (confidenceThreshold is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidenceThreshold), confidenceThreshold, "confidenceThreshold must be in [0, 1].");
        }

        if (forests.Count != EnsembleOptions.Roles.Count)
        {
            throw new ArgumentException($"There are {forests.Count} forests; there must be {EnsembleOptions.Roles.Count}, one a role.", nameof(forests));
        }

        foreach (var role in EnsembleOptions.Roles)
        {
            var forest = forests[(int)role];
            var task = role is EnsembleRole.Entry or EnsembleRole.Exit ? ForestTask.Classification : ForestTask.Regression;
            if (forest.Task != task || forest.ClassCount > 2)
            {
                throw new ArgumentException(
                    $"The {role} forest is a {forest.Task} with {forest.ClassCount} classes; it must be a {task} with at most two.", nameof(forests));
            }

            if (!forest.Bins.Matches(forests[0].Bins))
            {
                throw new ArgumentException($"The {role} forest has other names or thresholds than the {EnsembleRole.Entry} forest; the four must share them.", nameof(forests));
            }
        }

        this.forests = [.. forests];
        Meta = meta;
        ConfidenceThreshold = confidenceThreshold;
    }

    /// <summary>The layer above the forests.</summary>
    public MetaLayer Meta { get; }

    /// <summary>The least confidence of an entry, in [0, 1].</summary>
    public double ConfidenceThreshold { get; }

    /// <summary>The names and thresholds of the features.</summary>
    public FeatureBins Bins => forests[0].Bins;

    /// <summary>The features that a row holds, in order.</summary>
    public IReadOnlyList<string> FeatureNames => Bins.Names;

    /// <summary>One of the forests.</summary>
    /// <param name="role">Which.</param>
    public RandomForest this[EnsembleRole role] => forests[(int)role];

    /// <summary>Whether a signal has a direction and the confidence that an entry needs.</summary>
    /// <param name="signal">The signal.</param>
    public bool Follows(in EnsembleSignal signal) => signal.Direction != 0 && signal.Confidence >= ConfidenceThreshold;

    /// <summary>The signal of one row of raw values, quantised once for all four forests. Allocates nothing (case P4b of the benchmarks).</summary>
    /// <param name="row">One value a feature; NaN is missing.</param>
    /// <param name="side">The primary signal's side: +1, -1, or 0 for none.</param>
    /// <param name="bull">Filtered probability of the rising regime; NaN where unknown.</param>
    /// <param name="bear">Filtered probability of the falling regime; NaN where unknown.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public EnsembleSignal Predict(ReadOnlySpan<double> row, sbyte side, double bull, double bear)
    {
        var bins = Bins;
        if (row.Length != bins.FeatureCount)
        {
            throw new ArgumentException($"row has {row.Length} values; the ensemble has {bins.FeatureCount} features.", nameof(row));
        }

        byte[]? rented = null;
        var codes = row.Length <= StackBytes ? stackalloc byte[StackBytes] : (rented = ArrayPool<byte>.Shared.Rent(row.Length));
        codes = codes[..row.Length];
        for (var f = 0; f < row.Length; f++)
        {
            codes[f] = bins.Encode(f, row[f]);
        }

        var signal = Meta.Weigh(
            this[EnsembleRole.Entry].PredictCodes(codes),
            this[EnsembleRole.Position].PredictCodes(codes),
            this[EnsembleRole.Exit].PredictCodes(codes),
            this[EnsembleRole.Profit].PredictCodes(codes),
            side,
            bull,
            bear);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return signal;
    }

    /// <summary>Writes the signals of some rows of a quantised matrix; blocks of rows are worked on in parallel, and the result does not depend on how many.</summary>
    /// <param name="x">A matrix with this ensemble's names and thresholds, one row a bar.</param>
    /// <param name="rows">Which bars.</param>
    /// <param name="context">Side and regime, one element a bar.</param>
    /// <param name="output">Where the signals go, one element a bar.</param>
    /// <param name="threads">How many blocks are worked on at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Lengths, rows or bins do not fit.</exception>
    public void Predict(
        BinnedMatrix x, ReadOnlyMemory<int> rows, MetaContext context, EnsembleSignals output, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var bars = x.RowCount;
        if (context.Side.Length != bars || context.Bull.Length != bars || context.Bear.Length != bars || output.Count != bars)
        {
            throw new ArgumentException(
                $"x has {bars} rows, the context {context.Side.Length} sides, {context.Bull.Length} and {context.Bear.Length} regimes, and output {output.Count} bars; all must agree.", nameof(x));
        }

        // Refused here and not inside the parallel part, whose exceptions come wrapped.
        this[EnsembleRole.Entry].Predict(x, [], []);
        foreach (var row in rows.Span)
        {
            if ((uint)row >= (uint)bars)
            {
                throw new ArgumentException($"rows holds {row}; a row must be in [0, {bars}).", nameof(rows));
            }
        }

        Parallel.For(
            0,
            (rows.Length + Block - 1) / Block,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            b => PredictBlock(x, rows.Span[(b * Block)..Math.Min((b + 1) * Block, rows.Length)], context, output));
    }

    private void PredictBlock(BinnedMatrix x, ReadOnlySpan<int> rows, MetaContext context, EnsembleSignals output)
    {
        var count = rows.Length;
        var buffer = ArrayPool<double>.Shared.Rent(count * forests.Length);
        for (var r = 0; r < forests.Length; r++)
        {
            forests[r].Predict(x, rows, buffer.AsSpan(r * count, count));
        }

        var entry = buffer.AsSpan((int)EnsembleRole.Entry * count, count);
        var position = buffer.AsSpan((int)EnsembleRole.Position * count, count);
        var exit = buffer.AsSpan((int)EnsembleRole.Exit * count, count);
        var profit = buffer.AsSpan((int)EnsembleRole.Profit * count, count);
        var side = context.Side.Span;
        var bull = context.Bull.Span;
        var bear = context.Bear.Span;
        for (var i = 0; i < count; i++)
        {
            var bar = rows[i];
            output[bar] = Meta.Weigh(entry[i], position[i], exit[i], profit[i], side[bar], bull[bar], bear[bar]);
        }

        ArrayPool<double>.Shared.Return(buffer);
    }
}
