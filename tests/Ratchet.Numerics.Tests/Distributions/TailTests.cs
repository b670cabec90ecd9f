using Ratchet.Numerics.Distributions;

namespace Ratchet.Numerics.Tests.Distributions;

/// <summary>Known values from scipy 1.10.1, and identities.</summary>
public class TailTests
{
    [Theory]
    [InlineData(1e-5, 11.512919692895826)]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3.7, 1.428072326665388)]
    [InlineData(14.99, 25.164481163825506)]
    [InlineData(15, 25.191221182738683)]
    [InlineData(100.25, 360.28455963776423)]
    [InlineData(1e6, 12815504.569147611)]
    public void LogGamma_KnownArguments_Match(double x, double expected) => Near(expected, GammaFunction.LogGamma(x), 2e-14, 2e-14);

    [Fact]
    public void LogGamma_OutsideItsRange_IsInfiniteOrNaN()
    {
        Assert.Equal(double.PositiveInfinity, GammaFunction.LogGamma(0));
        Assert.Equal(double.PositiveInfinity, GammaFunction.LogGamma(double.PositiveInfinity));
        Assert.Equal(double.NaN, GammaFunction.LogGamma(-0.5));
        Assert.Equal(double.NaN, GammaFunction.LogGamma(double.NaN));
    }

    [Theory]
    [InlineData(0.3, 0.5, 0.5, 0.3690101195655454)]
    [InlineData(0.4, 2, 3, 0.5248)]
    [InlineData(0.9, 50, 0.5, 0.0012041498325598133)]
    [InlineData(0.2, 30, 70, 0.009692085749007092)]
    public void Beta_KnownArguments_Match(double x, double a, double b, double expected)
    {
        Near(expected, BetaFunction.Regularised(x, a, b), 1e-12, 0);
        Near(1 - expected, BetaFunction.Regularised(1 - x, b, a), 1e-12, 0);
    }

    [Fact]
    public void Beta_EndsAndWrongArguments_AreDefined()
    {
        Assert.Equal(0, BetaFunction.Regularised(0, 2, 3));
        Assert.Equal(1, BetaFunction.Regularised(1, 2, 3));
        Assert.Equal(double.NaN, BetaFunction.Regularised(1.1, 2, 3));
        Assert.Equal(double.NaN, BetaFunction.Regularised(double.NaN, 2, 3));
        Assert.Equal(double.NaN, BetaFunction.Regularised(0.5, 0, 3));
        Assert.Equal(double.NaN, BetaFunction.Regularised(0.5, 2, double.PositiveInfinity));
    }

    [Theory]
    [InlineData(2.0, 10, 0.07338803477074039)]
    [InlineData(-0.5, 1, 0.7048327646991336)]
    [InlineData(30, 7, 1.1788468880733126e-08)]
    [InlineData(1.96, 100_000, 0.04999856319430167)]
    [InlineData(8, 3, 0.004076577587785467)]
    public void Student_KnownArguments_Match(double t, double freedom, double expected) =>
        Near(expected, StudentDistribution.TwoSidedTail(t, freedom), 1e-11, 0);

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(1e3)]
    [InlineData(1e8)]
    public void Student_OneDegreeOfFreedom_IsCauchy(double t) =>
        Near(2 / Math.PI * Math.Atan(1 / t), StudentDistribution.TwoSidedTail(t, 1), 1e-12, 0);

    [Fact]
    public void Student_EndsAndWrongArguments_AreDefined()
    {
        Near(0.13172579823561206, StudentDistribution.Cumulative(-1.3, 4), 1e-12, 0);
        Near(0.964948906828414, StudentDistribution.Cumulative(2.2, 6), 1e-12, 0);
        Assert.Equal(1, StudentDistribution.TwoSidedTail(0, 5));
        Assert.Equal(0, StudentDistribution.TwoSidedTail(double.NegativeInfinity, 5));
        Assert.Equal(0, StudentDistribution.TwoSidedTail(1e200, 5));
        Assert.Equal(double.NaN, StudentDistribution.TwoSidedTail(1, 0));
        Assert.Equal(double.NaN, StudentDistribution.TwoSidedTail(double.NaN, 3));
    }

    [Theory]
    [InlineData(0.1, 0.460172162722971)]
    [InlineData(1.0, 0.15865525393145707)]
    [InlineData(2.9, 0.0018658133003840375)]
    [InlineData(3.0, 0.0013498980316300933)]
    [InlineData(3.1, 0.0009676032132183563)]
    [InlineData(6.0, 9.865876450376946e-10)]
    [InlineData(12.0, 1.776482112077653e-33)]
    [InlineData(37.0, 5.7255712225239266e-300)]
    [InlineData(-1.5, 0.9331927987311419)]
    public void Normal_KnownArguments_Match(double z, double expected) => Near(expected, NormalDistribution.UpperTail(z), 1e-12, 0);

    [Fact]
    public void Normal_EndsAndSymmetry_Hold()
    {
        Assert.Equal(0.5, NormalDistribution.UpperTail(0));
        Assert.Equal(0, NormalDistribution.UpperTail(double.PositiveInfinity));
        Assert.Equal(1, NormalDistribution.UpperTail(double.NegativeInfinity));
        Assert.Equal(double.NaN, NormalDistribution.UpperTail(double.NaN));
        Assert.Equal(NormalDistribution.TwoSidedTail(1.7), NormalDistribution.TwoSidedTail(-1.7));
        Assert.Equal(NormalDistribution.UpperTail(0.3), NormalDistribution.Cumulative(-0.3));
    }

    private static void Near(double expected, double actual, double relative, double absolute)
    {
        var bound = absolute + (relative * Math.Abs(expected));
        Assert.True(Math.Abs(expected - actual) <= bound, $"expected {expected:R}, actual {actual:R}");
    }
}
