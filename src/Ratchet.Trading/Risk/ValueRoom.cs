using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;

namespace Ratchet.Trading.Risk;

/// <summary>How much value an entry can have under every limit on values, and which limit is the tightest.</summary>
internal ref struct ValueRoom
{
    private readonly double equity;

    private ValueRoom(double equity)
    {
        this.equity = equity;
        Value = double.PositiveInfinity;
    }

    /// <summary>The most value, in money; not above 0, or NaN, is none.</summary>
    public double Value { get; private set; }

    /// <summary>The tightest limit.</summary>
    public AuditReason Reason { get; private set; }

    /// <summary>That limit, as a share of equity.</summary>
    public double Limit { get; private set; }

    /// <summary>What counts against it already, in money.</summary>
    public double Used { get; private set; }

    /// <summary>Weighs an entry against the limits.</summary>
    public static ValueRoom Of(RiskLimits limits, in ExposureView exposure, OrderRequest request, ReadOnlySpan<double> margins, ReturnCorrelation correlation)
    {
        double gross = 0, net = 0, unhedged = 0, margin = 0;
        for (var i = 0; i < exposure.SymbolGross.Length; i++)
        {
            gross += exposure.SymbolGross[i];
            net += exposure.SymbolNet[i];
            unhedged += exposure.SymbolNetUnhedged.IsEmpty ? exposure.SymbolNet[i] : exposure.SymbolNetUnhedged[i];
            margin += exposure.SymbolGross[i] * margins[i];
        }

        var symbol = request.Symbol;
        var room = new ValueRoom(exposure.Equity);
        room.Consider(AuditReason.PositionValue, limits.PositionValue, Math.Abs((double)exposure.PositionQuantity) * exposure.Price);
        room.Consider(AuditReason.GrossPerSymbol, limits.GrossPerSymbol, exposure.SymbolGross[symbol]);
        room.Consider(AuditReason.GrossPerStrategy, limits.GrossPerStrategy, exposure.StrategyGross[request.Strategy]);
        room.Consider(AuditReason.GrossExposure, limits.GrossExposure, gross);
        room.Consider(AuditReason.NetExposure, limits.NetExposure, Math.Max(request.Side * net, request.Side * unhedged));
        room.Consider(AuditReason.Leverage, 1 / margins[symbol], margin / margins[symbol]);
        room.ConsiderCorrelated(limits.CorrelatedExposure, exposure.SymbolNet, symbol, request.Side, correlation);
        if (!exposure.SymbolNetUnhedged.IsEmpty)
        {
            room.ConsiderCorrelated(limits.CorrelatedExposure, exposure.SymbolNetUnhedged, symbol, request.Side, correlation);
        }

        if (!(request.StopDistance > 0 && double.IsFinite(request.StopDistance)))
        {
            // Without a stop the whole value is at risk.
            room.Consider(AuditReason.RiskPerTrade, limits.RiskPerTrade, 0);
        }

        return room;
    }

    private void Consider(AuditReason reason, double limit, double used) => Consider(reason, limit, used, (limit * equity) - used);

    // A number that is not known leaves no room: every comparison is written so that NaN binds.
    private void Consider(AuditReason reason, double limit, double used, double value)
    {
        if (!(value >= Value) && !double.IsNaN(Value))
        {
            (Reason, Limit, Used, Value) = (reason, limit, used, value);
        }
    }

    // What is held on the other side first shrinks to nothing and then grows on the order's own; pairs that are not known count by the side that the symbol is on.
    private void ConsiderCorrelated(double limit, ReadOnlySpan<double> net, int symbol, int side, ReturnCorrelation correlation)
    {
        var bound = limit * equity;
        if (double.IsPositiveInfinity(bound))
        {
            return;
        }

        var value = CorrelatedRoom(bound, net, symbol, side, side, correlation);
        var through = -side * net[symbol];
        if (through > 0 && value < through)
        {
            value = Math.Min(CorrelatedRoom(bound, net, symbol, side, -side, correlation), through);
        }

        Consider(AuditReason.CorrelatedExposure, limit, bound - value, value);
    }

    // sqrt((x + s v e)' C (x + s v e)) <= bound: v^2 + 2 v s (C x)_k + x' C x - bound^2 <= 0, whose upper root is the room while the symbol is on one side.
    private static double CorrelatedRoom(double bound, ReadOnlySpan<double> net, int symbol, int side, int symbolSide, ReturnCorrelation correlation)
    {
        double along = 0, square = 0;
        for (var i = 0; i < net.Length; i++)
        {
            if (net[i] == 0)
            {
                continue;
            }

            var first = i == symbol ? symbolSide : net[i];
            along += correlation.Of(symbol, i, symbolSide * first > 0) * net[i];
            for (var j = 0; j < net.Length; j++)
            {
                square += net[j] == 0 ? 0 : correlation.Of(i, j, first * (j == symbol ? symbolSide : net[j]) > 0) * net[i] * net[j];
            }
        }

        // Correlations of pairs that were seen at different times need not fit together; what they would make negative counts as 0.
        square = double.IsNaN(square) ? square : Math.Max(square, 0);
        var b = side * along;
        var rest = (b * b) - square + (bound * bound);
        return double.IsNaN(rest) ? rest : rest >= 0 ? Math.Sqrt(rest) - b : 0;
    }
}
