using Ratchet.Trading.Engine;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Engine;

public sealed class EngineOptionsTests
{
    public static TheoryData<string, Func<EngineOptions, EngineOptions>> Wrong => new()
    {
        { "InitialCash", o => o with { InitialCash = 0 } },
        { "InitialCash", o => o with { InitialCash = 1_000_000_000_001m } },
        { "instrument and a strategy", o => o with { Instruments = [] } },
        { "instrument and a strategy", o => o with { Strategies = [] } },
        { "twice", o => o with { Instruments = [o.Instruments[0], o.Instruments[0]] } },
        { "twice", o => o with { Strategies = [o.Strategies[0], o.Strategies[0]] } },
        { "TickSize", o => Scenario.With(o, (InstrumentRules r) => r with { TickSize = -1 }) },
        { "LotSize", o => Scenario.With(o, (InstrumentRules r) => r with { LotSize = -1 }) },
        { "Leverage", o => Scenario.With(o, (InstrumentRules r) => r with { Leverage = 0.5m }) },
        { "MaintenanceMargin", o => Scenario.With(o, (InstrumentRules r) => r with { Leverage = 100, MaintenanceMargin = 0.01m }) },
        { "EntryOffset", o => Scenario.With(o, (StrategyRules r) => r with { EntryOffset = -0.1 }) },
        { "EntryOffset", o => Scenario.With(o, (StrategyRules r) => r with { EntryOffset = double.NaN }) },
        { "EntryLimitOffset", o => Scenario.With(o, (StrategyRules r) => r with { EntryLimitOffset = -0.1 }) },
        { "EntryExpiryBars", o => Scenario.With(o, (StrategyRules r) => r with { EntryExpiryBars = -1 }) },
        { "EntryKind", o => Scenario.With(o, (StrategyRules r) => r with { EntryKind = (OrderKind)9 }) },
        { "TakerFee", o => o with { Venue = new() { TakerFee = 1 } } },
        { "VolumeShare", o => o with { Venue = new() { VolumeShare = 1.1 } } },
        { "Slippage", o => o with { Venue = new() { Slippage = (SlippageModel)3 } } },
        { "RiskPerTrade", o => o with { Sizing = new() { RiskPerTrade = 0 } } },
        { "DailyLoss", o => o with { Limits = o.Limits with { DailyLoss = 0 } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Engine_OptionOutOfRange_ThrowsNamingIt(string name, Func<EngineOptions, EngineOptions> change)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => new TradingEngine(change(Scenario.Plain)));
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Engine_OptionsAtTheirBounds_AreAccepted()
    {
        var options = Scenario.With(Scenario.Plain with { InitialCash = 1_000_000_000_000m }, (StrategyRules r) => r with { EntryOffset = 0, EntryLimitOffset = 0, EntryExpiryBars = 0, EntryKind = OrderKind.StopLimit });
        Assert.Equal(1_000_000_000_000m, new TradingEngine(options).Cash);
    }
}
