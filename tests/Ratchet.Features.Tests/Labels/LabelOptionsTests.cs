using Ratchet.Features.Labels;

namespace Ratchet.Features.Tests.Labels;

public sealed class LabelOptionsTests
{
    [Fact]
    public void Validate_InsideBounds_Passes()
    {
        new LabelOptions().Validate();
        new LabelOptions { ProfitMultiple = 1e-9, StopMultiple = 100, HorizonBars = 1, MomentumBars = 1, VolatilityBars = 2, RoundTripCost = 0 }.Validate();
        new LabelOptions { HorizonBars = 100_000, MomentumBars = 100_000, VolatilityBars = 100_000, RoundTripCost = 0.999 }.Validate();
    }

    public static TheoryData<LabelOptions, string> Outside => new()
    {
        { new() { ProfitMultiple = 0 }, nameof(LabelOptions.ProfitMultiple) },
        { new() { ProfitMultiple = 100.1 }, nameof(LabelOptions.ProfitMultiple) },
        { new() { StopMultiple = double.NaN }, nameof(LabelOptions.StopMultiple) },
        { new() { HorizonBars = 0 }, nameof(LabelOptions.HorizonBars) },
        { new() { HorizonBars = 100_001 }, nameof(LabelOptions.HorizonBars) },
        { new() { MomentumBars = 0 }, nameof(LabelOptions.MomentumBars) },
        { new() { VolatilityBars = 1 }, nameof(LabelOptions.VolatilityBars) },
        { new() { RoundTripCost = -1e-9 }, nameof(LabelOptions.RoundTripCost) },
        { new() { RoundTripCost = 1 }, nameof(LabelOptions.RoundTripCost) },
    };

    [Theory]
    [MemberData(nameof(Outside))]
    public void Validate_OutsideBounds_NamesTheField(LabelOptions options, string field) =>
        Assert.Equal(field, Assert.Throws<ArgumentOutOfRangeException>(options.Validate).ParamName);
}
