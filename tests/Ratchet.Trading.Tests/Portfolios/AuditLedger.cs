using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Tests.Portfolios;

/// <summary>
/// Adds up the money of a session from its audit records alone: fills, fees and funding, by rules of its own. Results are rounded to twelve decimals as the money
/// is; mean prices to eighteen. Also keeps an eye on what no record may do: fill or cancel an order that was not placed, or go on after an end.
/// </summary>
internal sealed class AuditLedger(decimal initialCash) : IAuditSink
{
    private readonly Dictionary<long, Holding> holdings = [];
    private readonly Dictionary<long, Order> orders = [];
    private readonly Dictionary<(int Symbol, int Strategy), long> slots = [];
    private long lastEvent;

    public decimal Cash { get; private set; } = initialCash;

    /// <summary>The same money from values bought and sold, without any rounding: within a dust of <see cref="Cash"/>.</summary>
    public decimal RawCash { get; private set; } = initialCash;

    public int Trades { get; private set; }

    public int Fills { get; private set; }

    public IEnumerable<Holding> Open => holdings.Values.Where(h => h.Quantity > 0);

    public int OpenOrders => orders.Values.Count(o => !o.Ended);

    public void Write(in AuditRecord record)
    {
        Assert.True(record.Event >= lastEvent, $"{record} is of an event before {lastEvent}");
        lastEvent = record.Event;
        switch (record.Kind)
        {
            case AuditKind.OrderPlaced:
                Assert.True(orders.TryAdd(record.Order, new()), $"order {record.Order} is placed twice");
                Assert.True(record.Quantity > 0, $"{record}");
                break;
            case AuditKind.OrderCancelled:
                Working(record).Ended = true;
                break;
            case AuditKind.OrderFilled:
                Working(record);
                Filled(record);
                break;
            case AuditKind.Funding:
                Paid(record);
                break;
            case AuditKind.PositionClosed:
                Closed((TradeRecord)record.Detail!);
                break;
            default:
                break;
        }
    }

    /// <summary>Cash and what the open positions would bring at these prices.</summary>
    public double Equity(IReadOnlyList<double> prices) =>
        (double)Cash + Open.Sum(h => h.Side * (prices[h.Symbol] - (double)h.Mean) * (double)h.Quantity);

    private Order Working(in AuditRecord record)
    {
        Assert.True(orders.TryGetValue(record.Order, out var order), $"{record} is about an order that was not placed");
        Assert.False(order.Ended, $"{record} is about an order that had ended");
        return order;
    }

    private void Filled(in AuditRecord record)
    {
        Fills++;
        Assert.True(record.Quantity > 0 && record.Price > 0 && record.Amount >= 0, $"{record}");
        var value = record.Quantity * record.Price;
        if (!holdings.TryGetValue(record.Position, out var holding))
        {
            Assert.Equal(record.Order, record.Position);
            Assert.True(slots.TryAdd((record.Symbol, record.Strategy), record.Position), $"{record} opens a second position of its strategy and symbol");
            holding = new() { Symbol = record.Symbol, Strategy = record.Strategy, Side = record.Side };
            holdings.Add(record.Position, holding);
        }

        holding.Fees += record.Amount;
        if (record.Side == holding.Side)
        {
            Assert.Equal(record.Order, record.Position);
            holding.Bought += record.Quantity;
            holding.BoughtValue += value;
            holding.Quantity += record.Quantity;
            holding.Mean = decimal.Round(holding.BoughtValue / holding.Bought, 18);
            Add(holding, -record.Amount);
            return;
        }

        Assert.True(record.Quantity <= holding.Quantity, $"{record} closes more than {holding.Quantity}");
        holding.Quantity -= record.Quantity;
        holding.SoldValue += value;
        Add(holding, decimal.Round(holding.Side * (record.Price - holding.Mean) * record.Quantity, 12) - record.Amount);
    }

    private void Paid(in AuditRecord record)
    {
        var holding = holdings[record.Position];
        Assert.Equal(holding.Quantity, record.Quantity);
        Assert.Equal(decimal.Round(-holding.Side * holding.Quantity * record.Price * (decimal)record.Value, 12), record.Amount);
        holding.Funding += record.Amount;
        Add(holding, record.Amount);
    }

    private void Closed(TradeRecord trade)
    {
        Trades++;
        var holding = holdings[trade.Position];
        Assert.Equal(0, holding.Quantity);
        Assert.Equal((holding.Symbol, holding.Strategy, holding.Side), (trade.Symbol, trade.Strategy, trade.Side));
        Assert.Equal((holding.Bought, holding.Fees, holding.Funding, holding.Profit), (trade.Quantity, trade.Fees, trade.Funding, trade.Profit));
        Assert.Equal(decimal.Round(holding.SoldValue / holding.Bought, 18), trade.ExitPrice);
        Assert.Equal(holding.Mean, trade.EntryPrice);
        RawCash += (holding.Side * (holding.SoldValue - holding.BoughtValue)) - holding.Fees + holding.Funding;
        holdings.Remove(trade.Position);
        slots.Remove((trade.Symbol, trade.Strategy));
    }

    private void Add(Holding holding, decimal money)
    {
        holding.Profit += money;
        Cash += money;
    }

    internal sealed class Holding
    {
        public int Symbol { get; init; }

        public int Strategy { get; init; }

        public sbyte Side { get; init; }

        public decimal Quantity { get; set; }

        public decimal Mean { get; set; }

        public decimal Bought { get; set; }

        public decimal BoughtValue { get; set; }

        public decimal SoldValue { get; set; }

        public decimal Fees { get; set; }

        public decimal Funding { get; set; }

        public decimal Profit { get; set; }
    }

    private sealed class Order
    {
        public bool Ended { get; set; }
    }
}
