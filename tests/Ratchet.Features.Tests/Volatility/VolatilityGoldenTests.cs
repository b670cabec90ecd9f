using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Volatility;

namespace Ratchet.Features.Tests.Volatility;

public sealed class VolatilityGoldenTests
{
    public static TheoryData<bool> Series => [true, false];

    [Theory]
    [MemberData(nameof(Series))]
    public void AverageTrueRange_RealBars_IsTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var bars = golden.Bars;
        var actual = new double[bars.Count];
        AverageTrueRange.Compute(bars.High, bars.Low, bars.Close, 14, actual);
        GoldenIndicators.AssertClose(golden.Expected("ATR", "real"), actual);
        AverageTrueRange.Compute(bars.High, bars.Low, bars.Close, 1, actual);
        GoldenIndicators.AssertClose(golden.Expected("TRANGE", "real"), actual);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void AtrFamily_RealBars_IsTaLibsNatr(bool hourly)
    {
        var golden = Golden(hourly);
        var actual = new double[golden.Bars.Count];
        new AtrFamily(14).Compute(golden.Bars, [actual], TestContext.Current.CancellationToken);
        GoldenIndicators.AssertClose(golden.Expected("NATR", "real"), actual);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void BollingerBands_RealBars_AreTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var actual = new BollingerValues[golden.Bars.Count];
        BollingerBands.Compute(golden.Bars.Close, 20, 2, actual);
        GoldenIndicators.AssertClose(golden.Expected("BBANDS", "upper"), [.. actual.Select(v => v.Upper)]);
        GoldenIndicators.AssertClose(golden.Expected("BBANDS", "middle"), [.. actual.Select(v => v.Middle)]);
        GoldenIndicators.AssertClose(golden.Expected("BBANDS", "lower"), [.. actual.Select(v => v.Lower)]);
    }

    private static GoldenIndicators Golden(bool hourly) => hourly ? GoldenIndicators.Hourly() : GoldenIndicators.Daily();
}
