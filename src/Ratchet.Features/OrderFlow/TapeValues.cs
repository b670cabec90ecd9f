namespace Ratchet.Features.OrderFlow;

/// <summary>What the tape shows over one window.</summary>
/// <param name="SignedVolume">Bought less sold, in units of size.</param>
/// <param name="Imbalance">(bought - sold) / (bought + sold), -1 to 1.</param>
/// <param name="CountImbalance">The same by number of trades; needs no sizes.</param>
/// <param name="UnsignedShare">The share of trades whose aggressor stayed unknown, 0 to 1.</param>
/// <param name="TradeRate">Trades a second.</param>
/// <param name="VolumeRate">Size a second.</param>
/// <param name="BuySweeps">Sweeps by buyers that were completed in the window.</param>
/// <param name="SellSweeps">Sweeps by sellers that were completed in the window.</param>
public readonly record struct TapeValues(
    FlowValue SignedVolume,
    FlowValue Imbalance,
    FlowValue CountImbalance,
    FlowValue UnsignedShare,
    FlowValue TradeRate,
    FlowValue VolumeRate,
    FlowValue BuySweeps,
    FlowValue SellSweeps)
{
    /// <summary>All absent for one reason.</summary>
    /// <param name="reason">Why.</param>
    public static TapeValues Absent(Availability reason)
    {
        var none = FlowValue.Absent(reason);
        return new(none, none, none, none, none, none, none, none);
    }
}
