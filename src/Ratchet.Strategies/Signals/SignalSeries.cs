using Ratchet.Trading.Events;
using Ratchet.Trading.Simulation;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// What a strategy says about one symbol, one row a bar, in columns: scanned from a strategy, or computed beforehand by a model. Optional columns may be empty:
/// no momentum filter, size 1, no exits, confluence 0, no score, and of the context only price, bars and distance (as the ATR) are filled in. Immutable once
/// made.
/// </summary>
public sealed record SignalSeries
{
    /// <summary>Opening times of the bars, strictly rising.</summary>
    public required ReadOnlyMemory<long> OpenTime { get; init; }

    /// <summary>+1 long, -1 short, 0 none.</summary>
    public required ReadOnlyMemory<sbyte> Side { get; init; }

    /// <summary>The confidence; NaN is no signal.</summary>
    public required ReadOnlyMemory<double> Confidence { get; init; }

    /// <summary>The price distance of a multiple of 1.</summary>
    public required ReadOnlyMemory<double> Distance { get; init; }

    /// <summary>The strength of the primary signal, or empty.</summary>
    public ReadOnlyMemory<double> Momentum { get; init; }

    /// <summary>The position model's output, or empty.</summary>
    public ReadOnlyMemory<double> Size { get; init; }

    /// <summary>The probability that a position on the row's side should be left, or empty.</summary>
    public ReadOnlyMemory<double> ExitProbability { get; init; }

    /// <summary>How many indicators agree, or empty.</summary>
    public ReadOnlyMemory<int> Confluence { get; init; }

    /// <summary>The strategy's own score, or empty.</summary>
    public ReadOnlyMemory<double> Score { get; init; }

    /// <summary>The market at each close, or empty.</summary>
    public ReadOnlyMemory<MarketContext> Context { get; init; }

    /// <summary>How many bars there are.</summary>
    public int Count => OpenTime.Length;

    /// <summary>The columns as the search kernel takes them.</summary>
    public SignalColumns Columns => new()
    {
        Side = Side.Span,
        Momentum = Momentum.Span,
        Confidence = Confidence.Span,
        Size = Size.Span,
        ExitProbability = ExitProbability.Span,
        Distance = Distance.Span,
    };

    /// <summary>How many rows have a side.</summary>
    /// <param name="side">+1 or -1.</param>
    public int CountOf(int side)
    {
        var count = 0;
        foreach (var row in Side.Span)
        {
            count += row == side ? 1 : 0;
        }

        return count;
    }

    /// <summary>One row as a signal.</summary>
    /// <param name="row">The row.</param>
    /// <param name="strategy">The strategy's place in the options.</param>
    /// <param name="price">The close, for the context where the series has none.</param>
    public Signal At(int row, int strategy, double price) => new(
        strategy,
        Side.Span[row],
        Confidence.Span[row],
        Momentum.IsEmpty ? double.MaxValue : Momentum.Span[row],
        Size.IsEmpty ? 1 : Size.Span[row],
        ExitProbability.IsEmpty ? double.NaN : ExitProbability.Span[row],
        Distance.Span[row],
        Confluence.IsEmpty ? 0 : Confluence.Span[row],
        Score.IsEmpty ? double.NaN : Score.Span[row],
        Context.IsEmpty ? MarketContext.Unknown with { Price = price, Atr = Distance.Span[row], Bars = row + 1 } : Context.Span[row]);

    /// <summary>Checks that columns agree in length, times rise and sides are -1, 0 or 1.</summary>
    /// <exception cref="ArgumentException">They do not; column, row and value are named.</exception>
    public void Validate()
    {
        Check(nameof(Side), Side.Length, false);
        Check(nameof(Confidence), Confidence.Length, false);
        Check(nameof(Distance), Distance.Length, false);
        Check(nameof(Momentum), Momentum.Length, true);
        Check(nameof(Size), Size.Length, true);
        Check(nameof(ExitProbability), ExitProbability.Length, true);
        Check(nameof(Confluence), Confluence.Length, true);
        Check(nameof(Score), Score.Length, true);
        Check(nameof(Context), Context.Length, true);
        var times = OpenTime.Span;
        var sides = Side.Span;
        for (var i = 0; i < times.Length; i++)
        {
            if (i > 0 && times[i] <= times[i - 1])
            {
                throw new ArgumentException($"OpenTime must rise strictly: row {i} is {times[i]} ms, row {i - 1} {times[i - 1]} ms.");
            }

            if (sides[i] is < -1 or > 1)
            {
                throw new ArgumentException($"Side is {sides[i]} in row {i}; it must be -1, 0 or 1.");
            }
        }
    }

    private void Check(string name, int length, bool mayBeEmpty)
    {
        if (length != Count && !(mayBeEmpty && length == 0))
        {
            throw new ArgumentException($"Column {name} has {length} elements, OpenTime has {Count}; they must agree.");
        }
    }
}
