using Ratchet.Trading.Engine;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;
using Ratchet.Trading.Sizing;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Simulation;

/// <summary>
/// Where the model of <see cref="SignalBacktest"/> is narrower than the engine's. Options that it has no words for are refused, never quietly left out.
/// </summary>
public static class KernelModel
{
    // A share of equity that is lost only together with everything: a limit from here on does not bind.
    private const double Unbound = 0.99;

    /// <summary>Everything in the options that the kernel cannot do, one sentence each; empty where it gives the engine's trades.</summary>
    /// <param name="options">Options of the engine.</param>
    public static IReadOnlyList<string> Refusals(EngineOptions options)
    {
        var found = new List<string>();
        Refuse(found, options.Instruments.Count != 1, $"{options.Instruments.Count} instruments; it knows one");
        Refuse(found, options.Strategies.Count != 1, $"{options.Strategies.Count} strategies; it knows one");
        Refuse(found, options.ExternalVenue, "ExternalVenue is on; it fills on its own bars");
        foreach (var instrument in options.Instruments)
        {
            Of(found, instrument);
        }

        foreach (var strategy in options.Strategies)
        {
            Of(found, strategy);
        }

        Of(found, options.Venue);
        Refuse(found, options.Sizing.Method != SizingMethod.FixedFraction, $"Sizing.Method is {options.Sizing.Method}; it knows FixedFraction");
        Of(found, options.Limits, options.Sizing.RiskPerTrade);
        return found;
    }

    /// <summary>The kernel's options that give the engine's trades.</summary>
    /// <param name="options">Options of the engine.</param>
    /// <exception cref="ArgumentException">The kernel cannot do what the options ask for; the message names all of it.</exception>
    public static SimulationOptions ToSimulation(EngineOptions options)
    {
        options.Validate();
        var refusals = Refusals(options);
        if (refusals.Count > 0)
        {
            throw new ArgumentException($"The search kernel's model is narrower than these options: {string.Join("; ", refusals)}. Run the engine instead.", nameof(options));
        }

        var (rules, venue, sizing) = (options.Strategies[0], options.Venue, options.Sizing);
        var exits = rules.Exits;
        return new()
        {
            InitialEquity = (double)options.InitialCash,
            RiskPerTrade = sizing.RiskPerTrade,
            MaximumGrossPerSymbol = ValueLimit(options.Limits),
            FeeRate = venue.TakerFee,
            MakerFeeRate = venue.MakerFee,
            SlippageBps = venue.SlippageBps,
            StopMultiple = exits.StopMultiple,
            TargetMultiple = 1,
            TargetSteps = exits.TargetMultiples,
            TargetFractions = exits.TargetFractions,
            BreakEvenAfterFirstTarget = exits.BreakEvenAfterTarget == 1,
            TrailingMultiple = exits.TrailingMultiple,
            HorizonBars = exits.HorizonBars == 0 ? int.MaxValue : exits.HorizonBars,
            ConfidenceThreshold = rules.ConfidenceThreshold,
            MomentumThreshold = rules.MomentumThreshold,
            ExitThreshold = rules.ExitThreshold,
            PositionLow = sizing.PositionLow,
            PositionHigh = sizing.PositionHigh,
        };
    }

    private static void Of(List<string> found, InstrumentRules rules)
    {
        Refuse(found, rules.TickSize != 0, $"TickSize is {rules.TickSize}; it does not round prices");
        Refuse(found, rules.LotSize != 0, $"LotSize is {rules.LotSize}; it does not round quantities");
        Refuse(found, rules.MinimumQuantity != 0, $"MinimumQuantity is {rules.MinimumQuantity}; it has no least quantity");
        Refuse(found, rules.MinimumValue != 0, $"MinimumValue is {rules.MinimumValue}; it has no least value");
        Refuse(found, rules.Leverage != 1, $"Leverage is {rules.Leverage}; it has no liquidation");
        Refuse(found, rules.Listed is not null || rules.Delisted is not null, "Listed or Delisted is set; it knows no times");
    }

    private static void Of(List<string> found, StrategyRules rules)
    {
        var exits = rules.Exits;
        var trails = exits.TrailingMultiple > 0 || exits.TrailingShare > 0;
        Refuse(found, rules.MomentumAdaptation != 0, $"MomentumAdaptation is {rules.MomentumAdaptation}; its threshold is fixed");
        Refuse(found, rules.MaximumCostShare != 0, $"MaximumCostShare is {rules.MaximumCostShare}; it does not weigh costs");
        Refuse(found, rules.EntryKind != OrderKind.Market, $"EntryKind is {rules.EntryKind}; its entries are market orders");
        Refuse(found, exits.BreakEvenAfterTarget > 1, $"BreakEvenAfterTarget is {exits.BreakEvenAfterTarget}; it knows 0 and 1");
        Refuse(found, exits.TrailingMultiple == 0 && exits.TrailingShare > 0, $"TrailingShare is {exits.TrailingShare}; it trails by multiples");
        Refuse(found, trails && exits.TrailingAfterTarget != 1, $"TrailingAfterTarget is {exits.TrailingAfterTarget}; it knows 1");
        Refuse(found, exits.HorizonMilliseconds != 0, $"HorizonMilliseconds is {exits.HorizonMilliseconds}; it counts bars");
    }

    private static void Of(List<string> found, VenueOptions venue)
    {
        Refuse(found, venue.Slippage != SlippageModel.Fixed, $"Venue.Slippage is {venue.Slippage}; it knows Fixed");
        Refuse(found, venue.VolumeShare != 0, $"Venue.VolumeShare is {venue.VolumeShare}; its fills are whole");
        Refuse(found, venue.FineBarsDecide, "Venue.FineBarsDecide is on; it has no finer bars");
    }

    private static void Of(List<string> found, RiskLimits limits, double risk)
    {
        Refuse(found, limits.RiskPerTrade < risk, $"Limits.RiskPerTrade is {limits.RiskPerTrade}, below Sizing.RiskPerTrade, {risk}; it does not cut");
        Refuse(found, ValueLimit(limits) > 1, $"the tightest value limit is {ValueLimit(limits)}; it is 1 at most there");
        Refuse(found, limits.DailyLoss < Unbound, $"Limits.DailyLoss is {limits.DailyLoss}; it has no breakers");
        Refuse(found, limits.DrawdownReduce < Unbound, $"Limits.DrawdownReduce is {limits.DrawdownReduce}; it has no breakers");
        Refuse(found, limits.LosingRun != 0, $"Limits.LosingRun is {limits.LosingRun}; it has no breakers");
        Refuse(found, limits.VolatilitySpike != 0, $"Limits.VolatilitySpike is {limits.VolatilitySpike}; it has no breakers");
        Refuse(found, limits.GapBars != 0, $"Limits.GapBars is {limits.GapBars}; it has no breakers");
        Refuse(found, limits.SlippageBps != 0, $"Limits.SlippageBps is {limits.SlippageBps}; it has no breakers");
        Refuse(found, limits.ClockSkew != 0, $"Limits.ClockSkew is {limits.ClockSkew}; it has no clock");
        Refuse(found, limits.RequireReadiness, "Limits.RequireReadiness is on; it has no gate");
    }

    private static double ValueLimit(RiskLimits limits)
    {
        var symbol = Math.Min(limits.PositionValue, limits.GrossPerSymbol);
        var total = Math.Min(limits.GrossPerStrategy, limits.GrossExposure);
        return Math.Min(Math.Min(symbol, total), Math.Min(limits.NetExposure, limits.CorrelatedExposure));
    }

    private static void Refuse(List<string> found, bool holds, string text)
    {
        if (holds)
        {
            found.Add(text);
        }
    }
}
