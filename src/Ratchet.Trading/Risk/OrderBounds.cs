using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;

namespace Ratchet.Trading.Risk;

/// <summary>Cuts orders to what the limits leave. Pure: what stands in the way beforehand, breakers and states, is the gate's.</summary>
internal static class OrderBounds
{
    /// <summary>Cuts below this share are rounding and are not told; room below this share of equity is what rounding left, and none.</summary>
    private const double Rounding = 1e-9;

    /// <summary>An exit passes up to the position, whatever the state.</summary>
    public static OrderRequest? Exit(OrderRequest request, decimal position, out RiskVerdict verdict)
    {
        var open = request.Side * position < 0 ? Math.Abs(position) : 0;
        var quantity = Math.Min(request.Quantity, open);
        if (quantity <= 0)
        {
            verdict = new(AuditReason.NothingToReduce, (double)request.Quantity, (double)open, 0);
            return null;
        }

        var reason = quantity < request.Quantity ? AuditReason.NothingToReduce : AuditReason.None;
        verdict = new(reason, (double)request.Quantity, (double)open, quantity);
        return request.ReduceOnly && reason == AuditReason.None ? request : request with { ReduceOnly = true, Quantity = quantity };
    }

    /// <summary>An entry passes up to the tightest limit, in whole lots, and not below the instrument's least order.</summary>
    public static OrderRequest? Entry(
        OrderRequest request,
        in ExposureView exposure,
        in EntryTerms terms,
        out RiskVerdict verdict)
    {
        var (limits, instrument, equity, price) = (terms.Limits, terms.Instrument, exposure.Equity, exposure.Price);
        verdict = Refusal(request, exposure, limits);
        if (verdict.Binding != AuditReason.None)
        {
            return null;
        }

        var asked = (double)request.Quantity;
        var quantity = request.Quantity;
        verdict = new(AuditReason.None, 0, 0, 0);
        if (request.StopDistance > 0 && double.IsFinite(request.StopDistance))
        {
            var byRisk = limits.RiskPerTrade * equity / request.StopDistance;
            if (asked > byRisk)
            {
                quantity = Math.Min(quantity, OrderBoundary.Floor(byRisk));
                verdict = asked > byRisk * (1 + Rounding) ? new(AuditReason.RiskPerTrade, asked * request.StopDistance / equity, limits.RiskPerTrade, 0) : verdict;
            }
        }

        var room = ValueRoom.Of(limits, exposure, request, terms.Margins, terms.Correlation);
        var wanted = (double)quantity * price;
        var full = !(room.Value > equity * Rounding);
        if (full || wanted > room.Value * (1 + Rounding))
        {
            verdict = new(room.Reason, (room.Used + wanted) / equity, room.Limit, 0);
            if (full)
            {
                return null;
            }
        }

        // From the first drawdown threshold on, what the limits leave is halved.
        var bound = OrderBoundary.Floor(room.Value * terms.SizeFactor);
        if (terms.SizeFactor < 1)
        {
            quantity *= (decimal)terms.SizeFactor;
            verdict = verdict.Binding == AuditReason.None ? new(AuditReason.DrawdownReduce, terms.Drawdown, limits.DrawdownReduce, 0) : verdict;
        }

        if (request.MaximumValue > 0)
        {
            bound = Math.Min(bound, request.MaximumValue);
        }

        quantity = OrderBoundary.ToLots(quantity, instrument.LotSize);
        var fits = OrderBoundary.ToLots(Math.Min(quantity, OrderBoundary.Floor((double)bound / price)), instrument.LotSize);
        if (fits <= 0 || fits < instrument.MinimumQuantity)
        {
            verdict = new(AuditReason.BelowMinimum, (double)fits, (double)instrument.MinimumQuantity, 0);
            return null;
        }

        if ((double)fits * price < (double)instrument.MinimumValue)
        {
            verdict = new(AuditReason.BelowMinimum, (double)fits * price, (double)instrument.MinimumValue, 0);
            return null;
        }

        verdict = verdict with { Quantity = fits };
        return request with { Quantity = terms.VenueCutsValue ? quantity : fits, MaximumValue = bound };
    }

    private static RiskVerdict Refusal(OrderRequest request, in ExposureView exposure, RiskLimits limits)
    {
        if (!(exposure.Equity > 0 && double.IsFinite(exposure.Equity)))
        {
            return new(AuditReason.NoEquity, exposure.Equity, 0, 0);
        }

        if (!(exposure.Price > 0 && double.IsFinite(exposure.Price)))
        {
            return new(AuditReason.NotReady, exposure.Price, 0, 0);
        }

        if (request.Quantity <= 0)
        {
            return new(AuditReason.BelowMinimum, (double)request.Quantity, 0, 0);
        }

        return exposure.PositionQuantity == 0 && exposure.OpenPositions >= limits.OpenPositions
            ? new(AuditReason.OpenPositions, exposure.OpenPositions + 1, limits.OpenPositions, 0)
            : default;
    }
}
