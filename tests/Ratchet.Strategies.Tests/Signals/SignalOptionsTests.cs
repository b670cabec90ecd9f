using Ratchet.Strategies.Signals;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class SignalOptionsTests
{
    public static TheoryData<string, Action> Inside() => new()
    {
        { "context", () => new MarketContextOptions { AtrPeriod = 1, AdxPeriod = 2, FastPeriod = 1, SlowPeriod = 2, VolumeDays = 2, LeastVolumeDays = 2 }.Validate() },
        { "context high", () => new MarketContextOptions { AtrPeriod = 10_000, AdxPeriod = 10_000, FastPeriod = 9_999, SlowPeriod = 10_000, VolumeDays = 365, LeastVolumeDays = 365 }.Validate() },
        { "scale", () => new ConfidenceScale { Floor = 0, Span = 1 }.Validate() },
        { "ema", () => new EmaTrendOptions { FastPeriod = 1, SlowPeriod = 2, ConfirmationBars = 20, MinimumAdx = 100 }.Validate() },
        { "rsi", () => new RsiReversalOptions { Period = 2, Oversold = 49, Overbought = 51, ConfirmationBars = 0, MaximumAdx = 1 }.Validate() },
        { "gap", () => new FairValueGapOptions { MinimumSize = 0, MaximumAge = 1, EntryDepth = 1, MaximumGaps = 64 }.Validate() },
        { "breakout", () => new BreakoutOptions { ChannelBars = 2, MinimumVolumeRatio = 0, MinimumBreak = 2, MaximumBreak = 2 }.Validate() },
        { "memory", () => new PatternMemoryOptions { Capacity = 10, LeastSetups = 10, Neighbours = 1024, PriorWeight = 0, RefreshEvery = 1, Influence = 1 }.Validate() },
    };

    public static TheoryData<string, Action> Outside() => new()
    {
        { nameof(MarketContextOptions.AtrPeriod), () => new MarketContextOptions { AtrPeriod = 0 }.Validate() },
        { nameof(MarketContextOptions.AdxPeriod), () => new MarketContextOptions { AdxPeriod = 1 }.Validate() },
        { nameof(MarketContextOptions.FastPeriod), () => new MarketContextOptions { FastPeriod = 55 }.Validate() },
        { nameof(MarketContextOptions.SlowPeriod), () => new MarketContextOptions { SlowPeriod = 10_001 }.Validate() },
        { nameof(MarketContextOptions.VolumeDays), () => new MarketContextOptions { VolumeDays = 1 }.Validate() },
        { nameof(MarketContextOptions.LeastVolumeDays), () => new MarketContextOptions { LeastVolumeDays = 31 }.Validate() },
        { nameof(ConfidenceScale.Floor), () => new ConfidenceScale { Floor = -0.01 }.Validate() },
        { nameof(ConfidenceScale.Span), () => new ConfidenceScale { Span = double.NaN }.Validate() },
        { nameof(EmaTrendOptions.FastPeriod), () => new EmaTrendOptions { FastPeriod = 55 }.Validate() },
        { nameof(EmaTrendOptions.ConfirmationBars), () => new EmaTrendOptions { ConfirmationBars = 0 }.Validate() },
        { nameof(EmaTrendOptions.MinimumAdx), () => new EmaTrendOptions { MinimumAdx = 100.1 }.Validate() },
        { nameof(RsiReversalOptions.Period), () => new RsiReversalOptions { Period = 1 }.Validate() },
        { nameof(RsiReversalOptions.Oversold), () => new RsiReversalOptions { Oversold = 50 }.Validate() },
        { nameof(RsiReversalOptions.Overbought), () => new RsiReversalOptions { Overbought = 50 }.Validate() },
        { nameof(RsiReversalOptions.ConfirmationBars), () => new RsiReversalOptions { ConfirmationBars = -1 }.Validate() },
        { nameof(RsiReversalOptions.MaximumAdx), () => new RsiReversalOptions { MaximumAdx = 0 }.Validate() },
        { nameof(FairValueGapOptions.MinimumSize), () => new FairValueGapOptions { MinimumSize = -0.1 }.Validate() },
        { nameof(FairValueGapOptions.MaximumAge), () => new FairValueGapOptions { MaximumAge = 0 }.Validate() },
        { nameof(FairValueGapOptions.EntryDepth), () => new FairValueGapOptions { EntryDepth = 1.1 }.Validate() },
        { nameof(FairValueGapOptions.MaximumGaps), () => new FairValueGapOptions { MaximumGaps = 65 }.Validate() },
        { nameof(BreakoutOptions.ChannelBars), () => new BreakoutOptions { ChannelBars = 1 }.Validate() },
        { nameof(BreakoutOptions.MinimumVolumeRatio), () => new BreakoutOptions { MinimumVolumeRatio = 21 }.Validate() },
        { nameof(BreakoutOptions.MinimumBreak), () => new BreakoutOptions { MinimumBreak = 2.1 }.Validate() },
        { nameof(BreakoutOptions.MaximumBreak), () => new BreakoutOptions { MaximumBreak = double.PositiveInfinity }.Validate() },
        { nameof(PatternMemoryOptions.Capacity), () => new PatternMemoryOptions { Capacity = 9 }.Validate() },
        { nameof(PatternMemoryOptions.LeastSetups), () => new PatternMemoryOptions { LeastSetups = 1 }.Validate() },
        { nameof(PatternMemoryOptions.Neighbours), () => new PatternMemoryOptions { Neighbours = 0 }.Validate() },
        { nameof(PatternMemoryOptions.PriorWeight), () => new PatternMemoryOptions { PriorWeight = -1 }.Validate() },
        { nameof(PatternMemoryOptions.RefreshEvery), () => new PatternMemoryOptions { RefreshEvery = 0 }.Validate() },
        { nameof(PatternMemoryOptions.Influence), () => new PatternMemoryOptions { Influence = 1.01 }.Validate() },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Inside))]
    public void Validate_AtTheBounds_IsAccepted(string what, Action validate)
    {
        Assert.NotEmpty(what);
        validate();
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Outside))]
    public void Validate_JustOutside_NamesTheField(string field, Action validate)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(validate);
        Assert.Equal(field, error.ParamName);
    }
}
