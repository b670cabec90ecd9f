namespace Ratchet.Trading.Engine;

/// <summary>A fill that makes a position smaller.</summary>
/// <param name="Order">The order's identity.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Price">At what price, slippage included.</param>
/// <param name="Expected">The price that the order was given for.</param>
/// <param name="Maker">Whether the order waited in the book.</param>
internal readonly record struct ExitFill(long Order, decimal Quantity, double Price, double Expected, bool Maker);
