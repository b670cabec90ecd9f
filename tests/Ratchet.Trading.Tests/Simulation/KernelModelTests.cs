using Ratchet.Trading.Engine;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Simulation;
using Ratchet.Trading.Sizing;
using Ratchet.Trading.Tests.Engine;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Simulation;

public sealed class KernelModelTests
{
    public static TheoryData<string, Func<EngineOptions, EngineOptions>> Narrower => new()
    {
        { "2 instruments", o => o with { Instruments = [o.Instruments[0], o.Instruments[0] with { Symbol = Market.Instruments.Symbol.Parse("ETH/USDT") }] } },
        { "2 strategies", o => o with { Strategies = [o.Strategies[0], o.Strategies[0] with { Name = "other" }] } },
        { "ExternalVenue", o => o with { ExternalVenue = true } },
        { "TickSize", o => Scenario.With(o, (InstrumentRules r) => r with { TickSize = 0.1m }) },
        { "LotSize", o => Scenario.With(o, (InstrumentRules r) => r with { LotSize = 0.1m }) },
        { "MinimumQuantity", o => Scenario.With(o, (InstrumentRules r) => r with { MinimumQuantity = 0.1m }) },
        { "MinimumValue", o => Scenario.With(o, (InstrumentRules r) => r with { MinimumValue = 5 }) },
        { "Leverage", o => Scenario.With(o, (InstrumentRules r) => r with { Leverage = 3 }) },
        { "Listed", o => Scenario.With(o, (InstrumentRules r) => r with { Listed = 0 }) },
        { "EntryKind", o => Scenario.With(o, (StrategyRules r) => r with { EntryKind = OrderKind.Limit }) },
        { "MomentumAdaptation", o => Scenario.With(o, (StrategyRules r) => r with { MomentumAdaptation = 1 }) },
        { "MaximumCostShare", o => Scenario.With(o, (StrategyRules r) => r with { MaximumCostShare = 0.5 }) },
        { "BreakEvenAfterTarget", o => Scenario.With(o, (ExitPlan r) => r with { BreakEvenAfterTarget = 2 }) },
        { "TrailingShare", o => Scenario.With(o, (ExitPlan r) => r with { TrailingMultiple = 0, TrailingShare = 0.1 }) },
        { "TrailingAfterTarget", o => Scenario.With(o, (ExitPlan r) => r with { TrailingMultiple = 1, TrailingAfterTarget = 0 }) },
        { "HorizonMilliseconds", o => Scenario.With(o, (ExitPlan r) => r with { HorizonMilliseconds = 1 }) },
        { "Venue.Slippage", o => o with { Venue = new() { Slippage = SlippageModel.Volume } } },
        { "VolumeShare", o => o with { Venue = new() { VolumeShare = 0.1 } } },
        { "FineBarsDecide", o => o with { Venue = new() { FineBarsDecide = true } } },
        { "Sizing.Method", o => o with { Sizing = new() { Method = SizingMethod.CappedKelly } } },
        { "RiskPerTrade", o => o with { Limits = o.Limits with { RiskPerTrade = 0.001 } } },
        { "value limit", o => o with { Limits = o.Limits with { PositionValue = 3, GrossPerSymbol = 3, GrossExposure = 3, GrossPerStrategy = 3, NetExposure = 3, CorrelatedExposure = 3 } } },
        { "DailyLoss", o => o with { Limits = o.Limits with { DailyLoss = 0.05 } } },
        { "DrawdownReduce", o => o with { Limits = o.Limits with { DrawdownReduce = 0.1 } } },
        { "LosingRun", o => o with { Limits = o.Limits with { LosingRun = 5 } } },
        { "VolatilitySpike", o => o with { Limits = o.Limits with { VolatilitySpike = 5 } } },
        { "GapBars", o => o with { Limits = o.Limits with { GapBars = 5 } } },
        { "SlippageBps", o => o with { Limits = o.Limits with { SlippageBps = 5 } } },
        { "ClockSkew", o => o with { Limits = o.Limits with { ClockSkew = 5 } } },
        { "RequireReadiness", o => o with { Limits = o.Limits with { RequireReadiness = true } } },
    };

    [Theory]
    [MemberData(nameof(Narrower))]
    public void Refusals_OptionBeyondTheKernel_NamesIt(string name, Func<EngineOptions, EngineOptions> change)
    {
        var plain = KernelSetup.Options(new());
        Assert.Empty(KernelModel.Refusals(plain));
        Assert.Contains(name, Assert.Single(KernelModel.Refusals(change(plain))), StringComparison.Ordinal);
        var error = Assert.Throws<ArgumentException>(() => KernelModel.ToSimulation(change(plain)));
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSimulation_SeveralBeyond_NamesAllInOneError()
    {
        var error = Assert.Throws<ArgumentException>(() => KernelModel.ToSimulation(Scenario.With(KernelSetup.Options(new()), (InstrumentRules r) => r with { TickSize = 1, LotSize = 1 })));
        Assert.Contains("TickSize", error.Message, StringComparison.Ordinal);
        Assert.Contains("LotSize", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSimulation_Plain_GivesTheOptionsBack()
    {
        var kernel = new SimulationOptions { StopMultiple = 2, HorizonBars = 7, FeeRate = 0.001, MakerFeeRate = 0.0002, MaximumGrossPerSymbol = 0.4 };
        var back = KernelModel.ToSimulation(KernelSetup.Options(kernel));
        Assert.Equal((2.0, 7, 0.001, 0.0002, 0.4), (back.StopMultiple, back.HorizonBars, back.FeeRate, back.TargetFeeRate, back.MaximumGrossPerSymbol));
        Assert.Equal([0.375, 0.5625, 0.75], back.TargetSteps.Select(s => s * back.TargetMultiple));
    }
}
