namespace Ratchet.Trading.Tests.Engine;

/// <summary>A fill that a case expects, in the prices of the long side.</summary>
/// <param name="Bar">The place of the decision bar in which it happened.</param>
/// <param name="Price">At what price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="FeeRate">The share of the value that is paid for it.</param>
/// <param name="Opens">Whether it opens the position or adds to it.</param>
internal readonly record struct Fill(int Bar, double Price, double Quantity, double FeeRate, bool Opens);
