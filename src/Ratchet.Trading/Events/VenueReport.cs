namespace Ratchet.Trading.Events;

/// <summary>What a venue outside the engine reports on an order. Reports that were applied already, by their number, change nothing.</summary>
/// <param name="Number">The venue's number of the report, rising.</param>
/// <param name="Order">The order's identity.</param>
/// <param name="State">The order's state after it.</param>
/// <param name="Quantity">What was filled by this report; 0 where nothing was.</param>
/// <param name="Price">At what price.</param>
/// <param name="Fee">What was paid for it; below 0 a rebate. In [-1 %, 5 %] of the value filled.</param>
/// <param name="Why">The venue's words.</param>
public sealed record VenueReport(long Number, long Order, Orders.OrderState State, decimal Quantity, decimal Price, decimal Fee, string Why);
