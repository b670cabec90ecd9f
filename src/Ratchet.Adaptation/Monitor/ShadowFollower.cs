using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Regimes;
using Ratchet.Market.Bars;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Simulation;
using Ratchet.Trading.Venues;

namespace Ratchet.Adaptation.Monitor;

/// <summary>
/// Follows signals that the advisor did not let through as virtual positions of one unit of risk, and hands their outcomes to the advisor. As in the engine, a
/// strategy has one position a symbol: while one is followed, further signals of that strategy and symbol are not. Not thread-safe.
/// </summary>
public sealed class ShadowFollower
{
    private readonly ShadowBook book;
    private readonly bool[] busy;
    private readonly int strategies;
    private readonly int symbols;
    private readonly List<ShadowOutcome> closed = [];

    /// <summary>Follows nothing yet.</summary>
    /// <param name="venue">Fees and slippage, those of the engine.</param>
    /// <param name="strategies">How many strategies, above 0.</param>
    /// <param name="symbols">How many symbols, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public ShadowFollower(VenueOptions venue, int strategies, int symbols)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(strategies);
        this.strategies = strategies;
        this.symbols = symbols;
        book = new(venue, symbols);
        busy = new bool[checked(strategies * symbols)];
    }

    /// <summary>How many signals are followed.</summary>
    public int Count => book.OpenCount;

    /// <summary>Follows a signal from the symbol's next open on.</summary>
    /// <param name="time">When it was decided, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime at the signal.</param>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="distance">The price distance of a multiple of 1, finite and above 0.</param>
    /// <param name="exits">Where it is left.</param>
    /// <returns>Whether it is followed; not while an earlier one of the same strategy and symbol is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public bool Follow(long time, int strategy, int symbol, MarketRegime regime, int side, double distance, ExitPlan exits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)strategy, (uint)strategies, nameof(strategy));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)symbol, (uint)symbols, nameof(symbol));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)regime, (uint)RegimeNames.Count, nameof(regime));
        ref var isBusy = ref busy[(strategy * symbols) + symbol];
        if (isBusy)
        {
            return false;
        }

        book.Open(symbol, side, distance, exits, ((long)strategy * RegimeNames.Count) + (int)regime, time);
        isBusy = true;
        return true;
    }

    /// <summary>Plays a bar and tells the advisor what ended.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="advisor">Who learns.</param>
    public void BarClosed(int symbol, in Bar bar, StrategyAdvisor advisor)
    {
        book.BarClosed(symbol, bar, closed);
        Tell(advisor);
    }

    /// <summary>Closes what is followed at the last close, and drops what was not entered.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="advisor">Who learns.</param>
    public void EndOfData(int symbol, StrategyAdvisor advisor)
    {
        book.EndOfData(symbol, closed);
        Tell(advisor);
        for (var s = 0; s < strategies; s++)
        {
            busy[(s * symbols) + symbol] = false;
        }
    }

    /// <summary>Writes the state.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(StateWriter writer)
    {
        writer.Write(busy.Length);
        foreach (var one in busy)
        {
            writer.Write(one);
        }

        book.Write(writer);
    }

    /// <summary>Reads the state.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">The bytes are no state of such a follower.</exception>
    public void Read(ref StateReader reader)
    {
        var count = reader.ReadInt32();
        if (count != busy.Length)
        {
            throw new InvalidDataException($"The state follows {count} pairs of strategy and symbol; there are {busy.Length}.");
        }

        for (var i = 0; i < busy.Length; i++)
        {
            busy[i] = reader.ReadBoolean();
        }

        book.Read(ref reader);
    }

    private void Tell(StrategyAdvisor advisor)
    {
        foreach (var outcome in closed)
        {
            var strategy = (int)(outcome.Tag / RegimeNames.Count);
            busy[(strategy * symbols) + outcome.Symbol] = false;
            advisor.Closed(new(
                strategy,
                outcome.Symbol,
                (MarketRegime)(outcome.Tag % RegimeNames.Count),
                outcome.Side,
                outcome.EntryTime,
                outcome.ExitTime,
                outcome.ResultInR,
                1,
                0,
                outcome.ResultInR,
                Shadow: true,
                Multiplier: 0));
        }

        closed.Clear();
    }
}
