using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Neighbours;

/// <summary>
/// Predicts the mean outcome of the most similar events: a class's share of the votes, or a weighted mean. NaN where conditions leave no event:
/// there is nothing to compare with, and the average of all events would look ahead.
/// </summary>
public sealed class NeighbourPredictor : IPredictor
{
    private readonly string[] names;
    private readonly EventColumns columns;
    private readonly int[] rows;
    private readonly int classes;

    internal NeighbourPredictor(string[] names, EventColumns columns, NeighbourIndex index, int[] rows, int classes)
    {
        this.names = names;
        this.columns = columns;
        this.rows = rows;
        this.classes = classes;
        Index = index;
    }

    /// <summary>The events, for asking which ones are similar.</summary>
    public NeighbourIndex Index { get; }

    /// <summary>The row of the learned table that each event of <see cref="Index"/> is.</summary>
    public ReadOnlySpan<int> EventRows => rows;

    /// <inheritdoc/>
    public int OutputCount => classes > 2 ? classes : 1;

    /// <summary>Finds the events that are most like a row of a table, nearest first, without allocating (up to 512 features).</summary>
    /// <param name="data">A table with the same features.</param>
    /// <param name="row">The row.</param>
    /// <param name="neighbours">Room for <see cref="NeighbourIndex.Neighbours"/>.</param>
    /// <returns>How many were found.</returns>
    /// <exception cref="ArgumentException">Shapes, names or values do not fit; feature or row is named.</exception>
    public int Find(LearningData data, int row, Span<Neighbour> neighbours)
    {
        TableInputs.RequirePrediction(names, data, [row], 0, 0);
        return FindChecked(data, row, neighbours);
    }

    /// <inheritdoc/>
    public void Predict(LearningData data, ReadOnlySpan<int> rows, Span<double> output)
    {
        TableInputs.RequirePrediction(names, data, rows, OutputCount, output.Length);
        Span<Neighbour> neighbours = new Neighbour[Index.Neighbours];
        for (var i = 0; i < rows.Length; i++)
        {
            var found = neighbours[..FindChecked(data, rows[i], neighbours)];
            if (classes <= 2)
            {
                output[i] = NeighbourVerdict.Of(found).Mean;
            }
            else
            {
                Shares(found, output.Slice(i * classes, classes));
            }
        }
    }

    private static void Shares(ReadOnlySpan<Neighbour> neighbours, Span<double> shares)
    {
        shares.Clear();
        var total = 0.0;
        foreach (ref readonly var neighbour in neighbours)
        {
            shares[(int)neighbour.Outcome] += neighbour.Weight;
            total += neighbour.Weight;
        }

        foreach (ref var share in shares)
        {
            share /= total;
        }
    }

    private int FindChecked(LearningData data, int row, Span<Neighbour> neighbours)
    {
        const int OnStack = 512;
        var d = columns.Features.Length;
        var query = d <= OnStack ? stackalloc double[OnStack] : new double[d];
        query = query[..d];
        for (var c = 0; c < d; c++)
        {
            query[c] = TableInputs.RequireFinite(data, columns.Features[c], row);
        }

        return Index.Find(query, neighbours, columns.TimeOf(data, row), columns.GroupOf(data, row));
    }
}
