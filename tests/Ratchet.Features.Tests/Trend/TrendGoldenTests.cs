using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Trend;

namespace Ratchet.Features.Tests.Trend;

public sealed class TrendGoldenTests
{
    public static TheoryData<bool> Series => [true, false];

    [Theory]
    [MemberData(nameof(Series))]
    public void Averages_RealBars_AreTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var actual = new double[golden.Bars.Count];
        foreach (var period in new[] { 5, 20 })
        {
            SimpleAverage.Compute(golden.Bars.Close, period, actual);
            GoldenIndicators.AssertClose(golden.Expected("SMA", "real", ("period", period)), actual);
        }

        foreach (var period in new[] { 12, 26 })
        {
            ExponentialAverage.Compute(golden.Bars.Close, period, actual);
            GoldenIndicators.AssertClose(golden.Expected("EMA", "real", ("period", period)), actual);
        }

        AdaptiveAverage.Compute(golden.Bars.Close, 10, actual);
        GoldenIndicators.AssertClose(golden.Expected("KAMA", "real", ("period", 10)), actual);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Macd_RealBars_IsTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var actual = new MacdValues[golden.Bars.Count];
        Macd.Compute(golden.Bars.Close, 12, 26, 9, actual);
        GoldenIndicators.AssertClose(golden.Expected("MACD", "macd"), [.. actual.Select(v => v.Line)]);
        GoldenIndicators.AssertClose(golden.Expected("MACD", "signal"), [.. actual.Select(v => v.Signal)]);
        GoldenIndicators.AssertClose(golden.Expected("MACD", "hist"), [.. actual.Select(v => v.Histogram)]);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void DirectionalMovement_RealBars_IsTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var bars = golden.Bars;
        var actual = new DirectionalValues[bars.Count];
        DirectionalMovement.Compute(bars.High, bars.Low, bars.Close, 14, actual);
        GoldenIndicators.AssertClose(golden.Expected("PLUS_DI", "real"), [.. actual.Select(v => v.PlusDi)]);
        GoldenIndicators.AssertClose(golden.Expected("MINUS_DI", "real"), [.. actual.Select(v => v.MinusDi)]);
        GoldenIndicators.AssertClose(golden.Expected("DX", "real"), [.. actual.Select(v => v.Dx)]);
        GoldenIndicators.AssertClose(golden.Expected("ADX", "real"), [.. actual.Select(v => v.Adx)]);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void AroonAndSar_RealBars_AreTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var actual = new double[golden.Bars.Count];
        AroonOscillator.Compute(golden.Bars.High, golden.Bars.Low, 25, actual);
        GoldenIndicators.AssertClose(golden.Expected("AROONOSC", "real"), actual);
        ParabolicSar.Compute(golden.Bars.High, golden.Bars.Low, 0.02, 0.2, actual);
        GoldenIndicators.AssertClose(golden.Expected("SAR", "real"), actual);
    }

    private static GoldenIndicators Golden(bool hourly) => hourly ? GoldenIndicators.Hourly() : GoldenIndicators.Daily();
}
