using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>
/// Keeps books of its own from nothing but the audit and the closes, and checks every order and fill against the limits: what the engine says it did is what is judged.
/// </summary>
internal sealed class EngineAuditor(EngineOptions options) : IAuditSink
{
    private const double Slack = 1 + 1e-9;

    private readonly Dictionary<long, Entry> entries = [];
    private readonly Dictionary<(int Symbol, int Strategy), Holding> holdings = [];
    private readonly HashSet<long> placed = [];
    private double cash = (double)options.InitialCash;

    public double[] Prices { get; } = new double[options.Instruments.Count];

    public TradingState State { get; private set; }

    public long StateSince { get; private set; }

    public int EntriesPlaced { get; private set; }

    public int EntryFills { get; private set; }

    public int Exits { get; private set; }

    public Dictionary<AuditReason, int> Refusals { get; } = [];

    public double Equity => cash + holdings.Sum(h => h.Value.Side * (double)h.Value.Quantity * (Prices[h.Key.Symbol] - h.Value.Price));

    public bool Holds(int symbol) => holdings.Any(h => h.Key.Symbol == symbol && h.Value.Quantity > 0);

    public bool AnyWorking => entries.Values.Any(e => e.Works);

    public void Write(in AuditRecord record)
    {
        switch (record.Kind)
        {
            case AuditKind.OrderPlaced:
                Placed((OrderRequest)record.Detail!);
                break;
            case AuditKind.OrderFilled:
                Filled(record);
                break;
            case AuditKind.OrderCancelled or AuditKind.OrderRejected when entries.TryGetValue(record.Order, out var entry):
                entry.Works = false;
                break;
            case AuditKind.Funding:
                cash += (double)record.Amount;
                break;
            case AuditKind.StateChanged:
                State = (TradingState)(int)record.Value;
                StateSince = record.Time;
                break;
            case AuditKind.RiskRefused:
                Refusals[record.Reason] = Refusals.GetValueOrDefault(record.Reason) + 1;
                break;
            default:
                break;
        }
    }

    private void Placed(OrderRequest order)
    {
        Assert.True(placed.Add(order.Id), $"Order {order.Id} was placed twice.");
        var holding = holdings.GetValueOrDefault((order.Symbol, order.Strategy));
        if (order.Purpose != OrderPurpose.Entry)
        {
            Assert.True(order.ReduceOnly && holding is not null && order.Side == -holding.Side && order.Quantity <= holding.Quantity, $"{order}");
            return;
        }

        EntriesPlaced++;
        Assert.Equal(TradingState.Active, State);
        Assert.True(holding is null or { Quantity: 0 });
        Assert.True(order.MaximumValue > 0 && order.Quantity > 0 && order.StopDistance > 0);
        var (limits, equity) = (options.Limits, Equity);
        Assert.True((double)order.Quantity * order.StopDistance <= limits.RiskPerTrade * equity * Slack);
        var room = Room(order, equity);
        Assert.True((double)order.MaximumValue <= room + (equity * 1e-9), $"{order.MaximumValue} of {room}: {order}");
        Assert.True(Occupied() < limits.OpenPositions);
        entries.Add(order.Id, new(order, room, equity));
    }

    // The least of limit x equity - what is used, over every limit on values.
    private double Room(OrderRequest order, double equity)
    {
        var limits = options.Limits;
        double gross = 0, net = 0, symbol = 0, strategy = 0, margin = 0;
        foreach (var ((s, t), value) in Values())
        {
            gross += Math.Abs(value);
            net += value;
            symbol += s == order.Symbol ? Math.Abs(value) : 0;
            strategy += t == order.Strategy ? Math.Abs(value) : 0;
            margin += Math.Abs(value) / (double)options.Instruments[s].Leverage;
        }

        return new[]
        {
            limits.PositionValue * equity,
            (limits.GrossPerSymbol * equity) - symbol,
            (limits.GrossPerStrategy * equity) - strategy,
            (limits.GrossExposure * equity) - gross,
            (limits.NetExposure * equity) - (order.Side * net),
            (equity - margin) * (double)options.Instruments[order.Symbol].Leverage,
        }.Min();
    }

    private IEnumerable<((int Symbol, int Strategy) At, double Value)> Values()
    {
        foreach (var (at, holding) in holdings)
        {
            yield return (at, holding.Side * (double)holding.Quantity * Prices[at.Symbol]);
        }

        foreach (var entry in entries.Values.Where(e => e.Works))
        {
            var order = entry.Order;
            var price = order.Kind switch { OrderKind.Market => Prices[order.Symbol], OrderKind.Stop => (double)order.StopPrice, _ => (double)order.LimitPrice };
            var value = Math.Min((double)(order.Quantity - entry.Filled) * price, (double)(order.MaximumValue - entry.Value));
            yield return ((order.Symbol, order.Strategy), order.Side * value);
        }
    }

    private int Occupied() => holdings.Where(h => h.Value.Quantity > 0).Select(h => h.Key)
        .Concat(entries.Values.Where(e => e.Works).Select(e => (e.Order.Symbol, e.Order.Strategy))).Distinct().Count();

    private void Filled(in AuditRecord fill)
    {
        cash -= (double)fill.Amount;
        var at = (fill.Symbol, fill.Strategy);
        if (entries.TryGetValue(fill.Order, out var entry))
        {
            EntryFills++;
            Assert.True(entry.Works);
            var order = entry.Order;
            entry.Filled += fill.Quantity;
            entry.Value += fill.Quantity * fill.Price;
            Assert.True(entry.Filled <= order.Quantity && entry.Value <= order.MaximumValue, $"Filled {entry.Filled} for {entry.Value}: {order}");
            Assert.True((double)entry.Value <= entry.Room + (entry.Equity * 1e-9) && (double)entry.Filled * order.StopDistance <= options.Limits.RiskPerTrade * entry.Equity * Slack);
            entry.Works = entry.Filled < order.Quantity;
            holdings[at] = new(order.Side, entry.Filled, (double)(entry.Value / entry.Filled));
            return;
        }

        Exits++;
        Assert.Contains(fill.Order, placed);
        var holding = holdings[at];
        Assert.True(fill.Side == -holding.Side && fill.Quantity <= holding.Quantity, $"Exit of {fill.Quantity} from {holding}");
        cash += holding.Side * (double)fill.Quantity * ((double)fill.Price - holding.Price);
        holdings[at] = holding with { Quantity = holding.Quantity - fill.Quantity };
        if (holding.Quantity == fill.Quantity)
        {
            holdings.Remove(at);
        }
    }

    private sealed record Holding(int Side, decimal Quantity, double Price);

    private sealed class Entry(OrderRequest order, double room, double equity)
    {
        public OrderRequest Order => order;

        public double Room => room;

        public double Equity => equity;

        public decimal Filled { get; set; }

        public decimal Value { get; set; }

        public bool Works { get; set; } = true;
    }
}
