using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Simulation;

namespace Ratchet.Cli.Commands;

/// <summary>One trade of the demo, from signal to reward.</summary>
/// <param name="Scene">The market.</param>
/// <param name="Side">+1 or -1.</param>
/// <param name="Reading">The regime.</param>
/// <param name="CostShare">What a round trip costs over a stop of one multiple.</param>
/// <param name="Choice">What was chosen.</param>
/// <param name="Prices">Its prices; null where there was no new position.</param>
/// <param name="Outcome">How it ended; null where there was no new position.</param>
/// <param name="Before">The chosen profile's estimate before.</param>
/// <param name="After">And after.</param>
internal sealed record SelectorDemoTrade(
    SelectorScene Scene, int Side, RegimeReading Reading, double CostShare, ProfileChoice Choice, ProfilePrices? Prices, ShadowOutcome? Outcome, double Before, double After)
{
    /// <summary>The share of a stop that costs may take, by default.</summary>
    public static double UsualCostShare { get; } = new SelectorOptions().MaximumCostShare;
}
