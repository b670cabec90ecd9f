using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// Plays signals that were computed beforehand, found by the bar's opening time: of a model that scores in batches, or of the search kernel for comparison. Whoever
/// computed a row must not have looked beyond its bar. O(1) for bars in order, O(log n) for the first and after a leap; allocates nothing.
/// </summary>
public sealed class ColumnStrategy : ITradingStrategy
{
    private readonly SignalSeries[] series;
    private readonly int[] next;

    /// <summary>A strategy.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="series">The signals, by the symbol's place.</param>
    /// <exception cref="ArgumentException">The name is empty, or columns do not fit together.</exception>
    public ColumnStrategy(string name, IReadOnlyList<SignalSeries> series)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(series);
        foreach (var one in series)
        {
            one.Validate();
        }

        Name = name;
        this.series = [.. series];
        next = new int[series.Count];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Plays the row of the bar.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="strategy">The strategy's own place.</param>
    /// <param name="signal">The row's signal.</param>
    /// <exception cref="ArgumentException">There is no row that opens when the bar does, or no such symbol.</exception>
    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        if ((uint)symbol >= (uint)series.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(symbol), symbol, $"{Name} has signals of {series.Length} symbols; a place must be from 0 to {series.Length - 1}.");
        }

        var rows = series[symbol];
        var times = rows.OpenTime.Span;
        var row = next[symbol];
        if ((uint)row >= (uint)times.Length || times[row] != bar.OpenTime)
        {
            row = times.BinarySearch(bar.OpenTime);
            if (row < 0)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{Name} has no signal of symbol {symbol} for the bar that opens at {bar.OpenTime} ms; it has {times.Length} rows."),
                    nameof(bar));
            }
        }

        next[symbol] = row + 1;
        signal = rows.At(row, strategy, bar.Close);
    }

    /// <inheritdoc/>
    public void Closed(TradeRecord trade)
    {
    }
}
