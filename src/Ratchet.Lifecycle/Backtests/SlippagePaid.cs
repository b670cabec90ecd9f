using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Venues;

namespace Ratchet.Lifecycle.Backtests;

/// <summary>
/// What slippage cost: a fill that paid the fixed share s has a price of p (1 + s) or p (1 - s), so that p is known. Targets and entries that wait at a price do not slip.
/// Under the other models the share of each fill is not told, and the sum is NaN.
/// </summary>
internal sealed class SlippagePaid(EngineOptions options) : IAuditSink
{
    private double sum;

    public double Sum => options.Venue.Slippage == SlippageModel.Fixed ? sum : double.NaN;

    public void Write(in AuditRecord record)
    {
        if (record.Kind != AuditKind.OrderFilled || record.Reason == AuditReason.Target
            || (record.Reason == AuditReason.None && options.Strategies[record.Strategy].EntryKind is OrderKind.Limit or OrderKind.StopLimit))
        {
            return;
        }

        var share = options.Venue.SlippageBps * 1e-4 * record.Side;
        sum += Math.Abs((double)(record.Quantity * record.Price) * share / (1 + share));
    }
}
