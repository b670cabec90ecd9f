using Ratchet.Market.Bars;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Simulation;

/// <summary>
/// Virtual positions that risk one unit each, played bar by bar: what a choice that was not made would have earned, or a suspended strategy would earn. No
/// order, no size, no influence on anything.
/// </summary>
/// <remarks>
/// Fills are those of <see cref="SignalBacktest"/>: entry at the symbol's next open; a time stop at the open; the stop before any target of the same bar; stop,
/// break-even and trailing from the next bar on. The fixed and the volatility model of slippage are played; of the volume model only its fixed part, because a
/// virtual position has no quantity; bounds on volume are not played. A bar costs time linear in the symbol's open positions and allocates nothing.
/// </remarks>
public sealed class ShadowBook
{
    private readonly VenueOptions venue;
    private readonly ShadowPosition[][] positions;
    private readonly int[] counts;
    private readonly Bar[] last;

    /// <summary>An empty book.</summary>
    /// <param name="venue">Fees and slippage.</param>
    /// <param name="symbols">How many symbols there are, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public ShadowBook(VenueOptions venue, int symbols)
    {
        venue.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        this.venue = venue;
        positions = new ShadowPosition[symbols][];
        counts = new int[symbols];
        last = new Bar[symbols];
        Array.Fill(positions, []);
    }

    /// <summary>How many positions are open or wait for their entry.</summary>
    public int OpenCount => counts.Sum();

    /// <summary>Opens a position at the symbol's next open.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="distance">The price distance of a multiple of 1, finite and above 0.</param>
    /// <param name="exits">Where it is left; valid.</param>
    /// <param name="tag">Names the position in its outcome.</param>
    /// <param name="time">When it was decided, in milliseconds since 1970-01-01 UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Open(int symbol, int side, double distance, ExitPlan exits, long tag, long time)
    {
        CheckSymbol(symbol);
        if (side is not (1 or -1))
        {
            throw new ArgumentOutOfRangeException(nameof(side), side, "side must be +1 or -1.");
        }

        if (!(distance > 0 && double.IsFinite(distance)))
        {
            throw new ArgumentOutOfRangeException(nameof(distance), distance, "distance must be finite and above 0.");
        }

        Add(symbol, new(side, distance, exits, tag, time));
    }

    /// <summary>
    /// Plays a bar: fills what waits, then stops, targets and time. A bar whose prices are not finite, not above 0 or not between its low and its high is not
    /// played.
    /// </summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="bar">The bar; bars come in the order of time.</param>
    /// <param name="closed">Receives what ended, in the order of opening.</param>
    public void BarClosed(int symbol, in Bar bar, ICollection<ShadowOutcome> closed)
    {
        CheckSymbol(symbol);
        if (!IsPossible(bar))
        {
            return;
        }

        last[symbol] = bar;
        var own = positions[symbol];
        var kept = 0;
        for (var i = 0; i < counts[symbol]; i++)
        {
            if (own[i].Play(symbol, bar, venue, out var outcome))
            {
                closed.Add(outcome);
            }
            else
            {
                own[kept++] = own[i];
            }
        }

        Shrink(symbol, kept);
    }

    /// <summary>Closes what is open at the last close and drops what waits.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="closed">Receives what ended, in the order of opening.</param>
    public void EndOfData(int symbol, ICollection<ShadowOutcome> closed)
    {
        CheckSymbol(symbol);
        for (var i = 0; i < counts[symbol]; i++)
        {
            if (positions[symbol][i].End(symbol, last[symbol], venue, out var outcome))
            {
                closed.Add(outcome);
            }
        }

        Shrink(symbol, 0);
    }

    /// <summary>Writes the book; equal books give equal bytes.</summary>
    /// <param name="writer">Receives them.</param>
    public void Write(StateWriter writer)
    {
        writer.Write(positions.Length);
        for (var s = 0; s < positions.Length; s++)
        {
            writer.Write(last[s].OpenTime);
            writer.Write(last[s].High);
            writer.Write(last[s].Low);
            writer.Write(last[s].Close);
            writer.Write(counts[s]);
            for (var i = 0; i < counts[s]; i++)
            {
                positions[s][i].Write(writer);
            }
        }
    }

    /// <summary>Takes over a written book.</summary>
    /// <param name="reader">Where it is.</param>
    /// <exception cref="InvalidDataException">The bytes are of another number of symbols, or are no book.</exception>
    public void Read(ref StateReader reader)
    {
        var symbols = reader.ReadInt32();
        if (symbols != positions.Length)
        {
            throw new InvalidDataException($"The state's book has {symbols} symbols; this one has {positions.Length}.");
        }

        for (var s = 0; s < symbols; s++)
        {
            last[s] = new(reader.ReadInt64(), 0, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), 0);
            var count = reader.ReadInt32();
            if (count < 0)
            {
                throw new InvalidDataException($"The state's book has {count} positions.");
            }

            Shrink(s, 0);
            for (var i = 0; i < count; i++)
            {
                Add(s, new(ref reader));
            }
        }
    }

    private static bool IsPossible(in Bar bar) =>
        bar.Low > 0 && double.IsFinite(bar.High) && bar.Open >= bar.Low && bar.Open <= bar.High && bar.Close >= bar.Low && bar.Close <= bar.High;

    private void Add(int symbol, in ShadowPosition position)
    {
        if (counts[symbol] == positions[symbol].Length)
        {
            Array.Resize(ref positions[symbol], Math.Max(8, positions[symbol].Length * 2));
        }

        positions[symbol][counts[symbol]++] = position;
    }

    private void Shrink(int symbol, int kept)
    {
        Array.Clear(positions[symbol], kept, counts[symbol] - kept);
        counts[symbol] = kept;
    }

    private void CheckSymbol(int symbol)
    {
        if ((uint)symbol >= (uint)positions.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(symbol), symbol, $"symbol must be in [0, {positions.Length}).");
        }
    }
}
