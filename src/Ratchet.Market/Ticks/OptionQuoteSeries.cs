namespace Ratchet.Market.Ticks;

/// <summary>Option quotes of one underlying in the source's order: one snapshot of a chain or many moments. Safe to read from any number of threads.</summary>
public sealed class OptionQuoteSeries
{
    /// <summary>Wraps columns; nothing is copied.</summary>
    /// <param name="underlying">The underlying's name as the source writes it.</param>
    /// <param name="columns">The columns. Times may repeat and need not rise.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public OptionQuoteSeries(string underlying, OptionColumns columns)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(underlying);
        ArgumentNullException.ThrowIfNull(columns);
        var count = columns.Time.Length;
        TimeColumn.RequireLength(nameof(OptionColumns.Root), columns.Root.Length, count);
        TimeColumn.RequireLength(nameof(OptionColumns.Expiry), columns.Expiry.Length, count);
        TimeColumn.RequireLength(nameof(OptionColumns.Strike), columns.Strike.Length, count);
        TimeColumn.RequireLength(nameof(OptionColumns.Right), columns.Right.Length, count);
        foreach (var (name, column) in Numbers(columns))
        {
            if (!column.IsEmpty)
            {
                TimeColumn.RequireLength(name, column.Length, count);
            }
        }

        Underlying = underlying;
        Columns = columns;
    }

    /// <summary>The underlying's name as the source writes it.</summary>
    public string Underlying { get; }

    /// <summary>The columns.</summary>
    public OptionColumns Columns { get; }

    /// <summary>How many quotes.</summary>
    public int Count => Columns.Time.Length;

    /// <summary>One quote.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public OptionQuote this[int index] => new(
        Columns.Time.Span[index],
        Columns.Root.Span[index],
        Columns.Expiry.Span[index],
        Columns.Strike.Span[index],
        Columns.Right.Span[index],
        At(Columns.Bid, index),
        At(Columns.Ask, index))
    {
        BidSize = At(Columns.BidSize, index),
        AskSize = At(Columns.AskSize, index),
        Last = At(Columns.Last, index),
        Volume = At(Columns.Volume, index),
        OpenInterest = At(Columns.OpenInterest, index),
        ImpliedVolatility = At(Columns.ImpliedVolatility, index),
        Delta = At(Columns.Delta, index),
        Gamma = At(Columns.Gamma, index),
        Vega = At(Columns.Vega, index),
        Theta = At(Columns.Theta, index),
        Rho = At(Columns.Rho, index),
        UnderlyingPrice = At(Columns.UnderlyingPrice, index),
    };

    private static double At(ReadOnlyMemory<double> column, int index) => column.IsEmpty ? double.NaN : column.Span[index];

    private static (string Name, ReadOnlyMemory<double> Column)[] Numbers(OptionColumns c) =>
    [
        (nameof(c.Bid), c.Bid), (nameof(c.Ask), c.Ask), (nameof(c.BidSize), c.BidSize), (nameof(c.AskSize), c.AskSize), (nameof(c.Last), c.Last),
        (nameof(c.Volume), c.Volume), (nameof(c.OpenInterest), c.OpenInterest), (nameof(c.ImpliedVolatility), c.ImpliedVolatility), (nameof(c.Delta), c.Delta),
        (nameof(c.Gamma), c.Gamma), (nameof(c.Vega), c.Vega), (nameof(c.Theta), c.Theta), (nameof(c.Rho), c.Rho), (nameof(c.UnderlyingPrice), c.UnderlyingPrice),
    ];
}
