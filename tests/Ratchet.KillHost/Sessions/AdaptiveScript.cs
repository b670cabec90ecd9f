using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;

namespace Ratchet.KillHost.Sessions;

/// <summary>The script with the adaptive layer in place of its made-up adviser, so set that much happens in few bars.</summary>
internal static class AdaptiveScript
{
    public static AdaptiveAdviser MakeAdviser() => MakeAdviser(null);

    public static AdaptiveAdviser MakeAdviser(IDecisionLog? log) => new(
        new()
        {
            Selector = new() { MaximumCostShare = 10, PendingDecisions = 128, Bandit = new() { Epsilon = 0.3 } },
            Advisor = new()
            {
                HistoryLength = 64,
                QualityFiltering = false,
                RetirementRules = new() { LeastTrades = 5, LeastExpectancy = -0.5, DegradedHours = 0.5, SuspendedHours = 1 },
            },
            Regimes = new() { MinimumDwell = 1 },
        },
        Script.Options,
        log: log);
}
