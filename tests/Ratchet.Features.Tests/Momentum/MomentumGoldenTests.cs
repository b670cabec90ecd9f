using Ratchet.Features.Momentum;
using Ratchet.Features.Tests.Sets;

namespace Ratchet.Features.Tests.Momentum;

public sealed class MomentumGoldenTests
{
    public static TheoryData<bool> Series => [true, false];

    [Theory]
    [MemberData(nameof(Series))]
    public void ClosesOnly_RealBars_AreTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var actual = new double[golden.Bars.Count];
        foreach (var period in new[] { 7, 14 })
        {
            RelativeStrength.Compute(golden.Bars.Close, period, actual);
            GoldenIndicators.AssertClose(golden.Expected("RSI", "real", ("period", period)), actual);
        }

        RateOfChange.Compute(golden.Bars.Close, 10, actual);
        GoldenIndicators.AssertClose(golden.Expected("ROC", "real"), actual);
        Trix.Compute(golden.Bars.Close, 15, actual);
        GoldenIndicators.AssertClose(golden.Expected("TRIX", "real"), actual);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Ranges_RealBars_AreTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var bars = golden.Bars;
        var actual = new double[bars.Count];
        WilliamsPercentRange.Compute(bars.High, bars.Low, bars.Close, 14, actual);
        GoldenIndicators.AssertClose(golden.Expected("WILLR", "real"), actual);
        foreach (var period in new[] { 14, 20 })
        {
            CommodityChannel.Compute(bars.High, bars.Low, bars.Close, period, actual);
            GoldenIndicators.AssertClose(golden.Expected("CCI", "real", ("period", period)), actual);
        }

        var stochastic = new StochasticValues[bars.Count];
        foreach (var fastK in new[] { 5, 14 })
        {
            Stochastic.Compute(bars.High, bars.Low, bars.Close, fastK, 3, 3, stochastic);
            GoldenIndicators.AssertClose(golden.Expected("STOCH", "slowk", ("fastk", fastK)), [.. stochastic.Select(v => v.SlowK)]);
            GoldenIndicators.AssertClose(golden.Expected("STOCH", "slowd", ("fastk", fastK)), [.. stochastic.Select(v => v.SlowD)]);
        }
    }

    private static GoldenIndicators Golden(bool hourly) => hourly ? GoldenIndicators.Hourly() : GoldenIndicators.Daily();
}
