using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Orders;

/// <summary>An order that passed the risk gate. There is no other way to one: the stamp that the constructor asks for can be made by <see cref="RiskGate"/> alone.</summary>
public sealed class ApprovedOrder
{
    internal ApprovedOrder(OrderRequest request, RiskGate.Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(stamp);
        Request = request;
    }

    /// <summary>The order as it was approved; its quantity may be lower than what was asked for.</summary>
    public OrderRequest Request { get; }
}
