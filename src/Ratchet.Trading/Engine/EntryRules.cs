using Ratchet.Trading.Events;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Engine;

/// <summary>The formulas of an entry: adapted threshold, costs, reward to risk, prices of waiting orders.</summary>
internal static class EntryRules
{
    /// <summary>The threshold of momentum in the regime: it grows with the share that is neither rising nor falling.</summary>
    public static double MomentumThreshold(StrategyRules rules, in MarketContext context)
    {
        var calm = 1 - context.Bull - context.Bear;
        return rules.MomentumAdaptation > 0 && double.IsFinite(calm)
            ? rules.MomentumThreshold * (1 + (rules.MomentumAdaptation * Math.Clamp(calm, 0, 1)))
            : rules.MomentumThreshold;
    }

    /// <summary>The fixed costs of a round trip by market orders, fee and slippage twice, over the stop distance.</summary>
    public static double CostShare(EngineCore core, int symbol, double stopDistance) =>
        2 * core.Clocks[symbol].Price * (core.Options.Venue.TakerFee + core.Fills.Slippage.FixedShare) / stopDistance;

    /// <summary>The targets' mean distance, by their fractions, over the stop's; 1 without targets.</summary>
    public static double RewardToRisk(ExitPlan plan)
    {
        if (plan.TargetMultiples.Count == 0)
        {
            return 1;
        }

        var reward = 0.0;
        for (var i = 0; i < plan.TargetMultiples.Count; i++)
        {
            reward += plan.TargetMultiples[i] * plan.TargetFractions[i];
        }

        return reward / plan.StopMultiple;
    }

    /// <summary>The limit and the trigger of an entry, on the grid, and the price at which its value is reckoned.</summary>
    public static (double Limit, double Stop, double Price) Prices(StrategyRules rules, int side, double close, double distance, InstrumentScale scale)
    {
        var buys = side > 0;
        if (rules.EntryKind == OrderKind.Market)
        {
            return (0, 0, close);
        }

        if (rules.EntryKind == OrderKind.Limit)
        {
            var price = scale.Round(close - (side * rules.EntryOffset * distance), up: !buys);
            return (price, 0, price);
        }

        var stop = scale.Round(close + (side * rules.EntryOffset * distance), up: buys);
        if (rules.EntryKind == OrderKind.Stop)
        {
            return (0, stop, stop);
        }

        var limit = scale.Round(stop + (side * rules.EntryLimitOffset * distance), up: !buys);
        return (limit, stop, limit);
    }
}
