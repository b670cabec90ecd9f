namespace Ratchet.Trading.Portfolio;

/// <summary>All slots, symbol by symbol, and their values. Nothing grows with the number of trades.</summary>
internal sealed class PositionBook
{
    private readonly PositionSlot[] slots;
    private readonly double[] unrealised;
    private readonly double[] symbolNet;
    private readonly double[] symbolNetUnhedged;
    private readonly double[] symbolGross;
    private readonly double[] strategyGross;

    public PositionBook(int symbols, int strategies)
    {
        Symbols = symbols;
        Strategies = strategies;
        slots = new PositionSlot[symbols * strategies];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = new(i / strategies, i % strategies);
        }

        (unrealised, symbolNet, symbolNetUnhedged) = (new double[symbols], new double[symbols], new double[symbols]);
        (symbolGross, strategyGross) = (new double[symbols], new double[strategies]);
    }

    public int Symbols { get; }

    public int Strategies { get; }

    /// <summary>How many slots hold a position or a working entry, as of the last <see cref="Value"/>.</summary>
    public int Occupied { get; private set; }

    public ReadOnlySpan<double> SymbolNet => symbolNet;

    /// <summary>The net values without working entries of the other side than the asked one.</summary>
    public ReadOnlySpan<double> SymbolNetUnhedged => symbolNetUnhedged;

    public ReadOnlySpan<double> SymbolGross => symbolGross;

    public ReadOnlySpan<double> StrategyGross => strategyGross;

    public ReadOnlySpan<PositionSlot> All => slots;

    public PositionSlot Slot(int symbol, int strategy) => slots[(symbol * Strategies) + strategy];

    public ReadOnlySpan<PositionSlot> OfSymbol(int symbol) => slots.AsSpan(symbol * Strategies, Strategies);

    /// <summary>Marks a symbol's positions at a price.</summary>
    public void Mark(int symbol, double price)
    {
        var sum = 0.0;
        foreach (var slot in OfSymbol(symbol))
        {
            ref readonly var position = ref slot.Position;
            if (position.Id != 0)
            {
                sum += position.Side * (price - position.EntryMark) * (double)position.Remaining;
            }
        }

        unrealised[symbol] = sum;
    }

    /// <summary>The unrealised result of everything at the last marks.</summary>
    public double Unrealised()
    {
        var sum = 0.0;
        foreach (var value in unrealised)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>Reckons the values of symbols and strategies at the symbols' last prices; working entries count with what they are approved for.</summary>
    public void Value(ReadOnlySpan<SymbolClock> clocks, int side)
    {
        Array.Clear(symbolNet);
        Array.Clear(symbolNetUnhedged);
        Array.Clear(symbolGross);
        Array.Clear(strategyGross);
        Occupied = 0;
        foreach (var slot in slots)
        {
            if (slot.IsIdle)
            {
                continue;
            }

            Occupied++;
            var price = clocks[slot.Symbol].Price;
            var value = (double)slot.Held * price;
            var unhedged = value;
            var gross = Math.Abs(value);
            if (slot.Entry.Works)
            {
                var working = WorkingValue(slot.Entry, price);
                value += slot.Entry.Side * working;
                unhedged += slot.Entry.Side == side ? side * working : 0;
                gross += working;
            }

            symbolNet[slot.Symbol] += value;
            symbolNetUnhedged[slot.Symbol] += unhedged;
            symbolGross[slot.Symbol] += gross;
            strategyGross[slot.Strategy] += gross;
        }
    }

    private static double WorkingValue(in WorkingEntry entry, double price)
    {
        var at = entry.Kind switch
        {
            Orders.OrderKind.Market => price,
            Orders.OrderKind.Stop => entry.StopPrice,
            _ => entry.LimitPrice,
        };
        var value = (double)entry.Rest * at;
        return entry.MaximumValue > 0 ? Math.Min(value, (double)(entry.MaximumValue - entry.FilledValue)) : value;
    }
}
