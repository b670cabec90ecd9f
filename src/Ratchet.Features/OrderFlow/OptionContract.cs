using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>What tells one option contract from another.</summary>
internal readonly record struct OptionContract(string Root, DateOnly Expiry, double Strike, OptionRight Right);
