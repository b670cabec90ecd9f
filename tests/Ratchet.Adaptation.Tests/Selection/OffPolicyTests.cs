using Ratchet.Adaptation.Selection;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Adaptation.Tests.Selection;

public sealed class OffPolicyTests
{
    [Fact]
    public void Evaluate_HandCase_IsTheFormulas()
    {
        OffPolicySample[] samples = [new(0, 0, 0.5, 1), new(0, 1, 0.25, 3), new(0, 0, 0.5, -1), new(0, 1, 0.25, 1)];
        double[] target = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
        var result = OffPolicyEvaluation.Evaluate(samples, target, 2, 1);
        Assert.Equal((1 + 6 - 1 + 2) / 4.0, result.InversePropensity.Value, 12);
        Assert.Equal((1 + 6 - 1 + 2) / 6.0, result.SelfNormalised.Value, 12);
        Assert.Equal(36.0 / 10, result.EffectiveSamples, 12);
        Assert.Equal(1, result.Logged, 12);
        Assert.Equal((2.0, 0), (result.LargestWeight, result.Clipped));

        // The half of samples 0 and 2 has (1 - 1 + 5 x 0) / 7 = 0 and 0 for the other action; the half of 1 and 3 has 2, and (4 + 10) / 7 = 2.
        Assert.Equal(((2 + (1 * (1 - 2))) + (0 + (2 * 3)) + (2 + (1 * (-1 - 2))) + (0 + (2 * 1))) / 4.0, result.DoublyRobust.Value, 12);
        var clipped = OffPolicyEvaluation.Evaluate(samples, target, 2, 1, clip: 1.5);
        Assert.Equal(2, clipped.Clipped);
        Assert.Equal((1 + 4.5 - 1 + 1.5) / 4.0, clipped.InversePropensity.Value, 12);
    }

    [Fact]
    public void Evaluate_TheLogsOwnPolicy_IsItsMean()
    {
        OffPolicySample[] samples = [new(0, 0, 0.5, 1), new(1, 1, 0.5, 2), new(0, 0, 0.5, 4)];
        var result = OffPolicyEvaluation.Evaluate(samples, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], 2, 2);
        Assert.Equal(result.Logged, result.InversePropensity.Value, 12);
        Assert.Equal(result.Logged, result.SelfNormalised.Value, 12);
        Assert.Equal(3, result.EffectiveSamples, 12);
    }

    [Fact]
    public void Evaluate_OutOfRange_IsRefused()
    {
        OffPolicySample[] samples = [new(0, 0, 0.5, 1)];
        double[] target = [0.5, 0.5];
        Assert.Throws<ArgumentException>(() => OffPolicyEvaluation.Evaluate(samples, [1], 2, 1));
        Assert.Throws<ArgumentException>(() => OffPolicyEvaluation.Evaluate([new(0, 2, 0.5, 1)], target, 2, 1));
        Assert.Throws<ArgumentException>(() => OffPolicyEvaluation.Evaluate([new(0, 0, 0, 1)], target, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("clip", () => OffPolicyEvaluation.Evaluate(samples, target, 2, 1, clip: 0.9));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => OffPolicyEvaluation.Evaluate(samples, target, 2, 1, confidence: 1));
        Assert.True(double.IsNaN(OffPolicyEvaluation.Evaluate([], [], 2, 1).SelfNormalised.Value));
    }

    [Fact]
    public void Run_KnownTruth_IntervalsCoverNearTheirNominal()
    {
        var results = CoverageStudy.Run(LearningWorld.Standard(), 0.5, learns: false, 600, 200, StreamKey.FromSeed(1), 2, CancellationToken.None);
        Assert.Equal(3, results.Count);
        foreach (var result in results)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{result}");
            Assert.InRange(result.Coverage, 0.83, 0.96);
            Assert.InRange(result.Bias, -0.04, 0.04);
        }
    }
}
