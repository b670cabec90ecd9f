using Ratchet.Trading.Simulation;

namespace Ratchet.Trading.Tests.Simulation;

public sealed class SimulationOptionsTests
{
    public static TheoryData<string, SimulationOptions, SimulationOptions> Bounds()
    {
        var o = new SimulationOptions();
        return new()
        {
            { "InitialEquity", o with { InitialEquity = 1e-9 }, o with { InitialEquity = 0 } },
            { "RiskPerTrade", o with { RiskPerTrade = 1 }, o with { RiskPerTrade = 1.0001 } },
            { "MaximumGrossPerSymbol", o with { MaximumGrossPerSymbol = 1 }, o with { MaximumGrossPerSymbol = 1.0001 } },
            { "FeeRate", o with { FeeRate = 0 }, o with { FeeRate = -0.0001 } },
            { "MakerFeeRate", o with { MakerFeeRate = 0 }, o with { MakerFeeRate = 1 } },
            { "SlippageBps", o with { SlippageBps = 0 }, o with { SlippageBps = double.NaN } },
            { "StopMultiple", o with { StopMultiple = 1e-6 }, o with { StopMultiple = 0 } },
            { "TargetMultiple", o with { TargetMultiple = 1e-6 }, o with { TargetMultiple = 0 } },
            { "TrailingMultiple", o with { TrailingMultiple = 0 }, o with { TrailingMultiple = -1e-6 } },
            { "HorizonBars", o with { HorizonBars = 1 }, o with { HorizonBars = 0 } },
            { "ConfidenceThreshold", o with { ConfidenceThreshold = 1 }, o with { ConfidenceThreshold = 1.001 } },
            { "MomentumThreshold", o with { MomentumThreshold = 0 }, o with { MomentumThreshold = -0.001 } },
            { "ExitThreshold", o with { ExitThreshold = 0 }, o with { ExitThreshold = double.NaN } },
            { "PositionLow", o with { PositionLow = 1 }, o with { PositionLow = 0 } },
            { "PositionHigh", o with { PositionHigh = 0.2 }, o with { PositionHigh = 0.19 } },
            { "TargetSteps[1]", o with { TargetSteps = [0.5, 0.5001, 1] }, o with { TargetSteps = [0.5, 0.5, 1] } },
            { "TargetFractions", o with { TargetFractions = [0.2, 0.2, 0.6] }, o with { TargetFractions = [0.2, 0.2, 0.5] } },
            { "TargetFractions has 2", o with { TargetFractions = [0.2, 0.2, 0.6] }, o with { TargetFractions = [0.4, 0.6] } },
        };
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Validate_EachBound_HoldsInsideAndThrowsOutside(string field, SimulationOptions inside, SimulationOptions outside)
    {
        inside.Validate();
        var error = Assert.ThrowsAny<ArgumentException>(outside.Validate);
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
    }
}
