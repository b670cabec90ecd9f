namespace Ratchet.Market.Ticks;

/// <summary>Named numbers over time that are no prices of a market: open interest, funding, a published index. Oldest first; NaN where the source does not say.</summary>
public sealed class ValueSeries
{
    private readonly ReadOnlyMemory<double>[] columns;

    /// <summary>Wraps columns; nothing is copied.</summary>
    /// <param name="time">Nanoseconds since 1970-01-01 UTC, never falling.</param>
    /// <param name="names">The name of each column, no two the same.</param>
    /// <param name="columns">The columns, each as long as <paramref name="time"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ, a name is there twice, or times fall.</exception>
    public ValueSeries(ReadOnlyMemory<long> time, IReadOnlyList<string> names, IReadOnlyList<ReadOnlyMemory<double>> columns)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        if (names.Count != columns.Count || names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new ArgumentException($"There are {columns.Count} columns and the names {string.Join(", ", names)}; each needs a name of its own.", nameof(names));
        }

        for (var c = 0; c < columns.Count; c++)
        {
            TimeColumn.RequireLength(names[c], columns[c].Length, time.Length);
        }

        TimeColumn.RequireOrder(time.Span);
        Times = time;
        Names = [.. names];
        this.columns = [.. columns];
    }

    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    public ReadOnlyMemory<long> Times { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many rows.</summary>
    public int Count => Times.Length;

    /// <summary>One column.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ReadOnlyMemory<double> Column(string name)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            if (string.Equals(Names[c], name, StringComparison.Ordinal))
            {
                return columns[c];
            }
        }

        throw new ArgumentException($"There is no column '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
    }
}
