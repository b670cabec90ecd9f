using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Simulation;
using Ratchet.Trading.Sizing;

namespace Ratchet.Trading.Tests.Simulation;

public sealed class SimulationRulesTests
{
    [Fact]
    public void ToStrategy_AndBackByTheKernelModel_IsTheSameTrading()
    {
        var options = new SimulationOptions
        {
            StopMultiple = 1.25,
            TargetMultiple = 2,
            TargetSteps = [0.25, 1],
            TargetFractions = [0.4, 0.6],
            BreakEvenAfterFirstTarget = false,
            TrailingMultiple = 0.8,
            HorizonBars = 17,
            ConfidenceThreshold = 0.55,
            MomentumThreshold = 0.3,
            ExitThreshold = 0.65,
            RiskPerTrade = 0.004,
            PositionLow = 0.3,
            PositionHigh = 0.9,
        };
        var rules = SimulationRules.ToStrategy("searched", options);
        Assert.Equal([0.5, 2], rules.Exits.TargetMultiples);
        var back = KernelModel.ToSimulation(new()
        {
            Instruments = [new() { Symbol = Symbol.Parse("ABC/USD"), Frame = TimeFrame.Parse("1h") }],
            Strategies = [rules],
            Sizing = SimulationRules.ToSizing(new(), options),
            Limits = new() { DailyLoss = 1, DrawdownReduce = 0.995, DrawdownHalt = 1, LosingRun = 0 },
        });

        // The engine has one number for the place of a target.
        var plain = options with { TargetMultiple = 1, TargetSteps = back.TargetSteps, TargetFractions = back.TargetFractions };
        Assert.Equal(plain, back with { FeeRate = plain.FeeRate, MakerFeeRate = plain.MakerFeeRate, SlippageBps = plain.SlippageBps });
        Assert.Equal([0.4, 0.6], back.TargetFractions);
    }

    [Fact]
    public void ToSizing_OtherNumbers_Stay()
    {
        var sizing = SimulationRules.ToSizing(new() { Method = SizingMethod.CappedKelly, KellyShare = 0.5 }, new() { RiskPerTrade = 0.02 });
        Assert.Equal((SizingMethod.CappedKelly, 0.5, 0.02), (sizing.Method, sizing.KellyShare, sizing.RiskPerTrade));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimulationRules.ToStrategy("x", new() { StopMultiple = 0 }));
    }
}
