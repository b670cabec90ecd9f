using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Volume;

namespace Ratchet.Features.Tests.Volume;

public sealed class VolumeGoldenTests
{
    public static TheoryData<bool> Series => [true, false];

    [Theory]
    [MemberData(nameof(Series))]
    public void MoneyFlow_RealBars_IsTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var bars = golden.Bars;
        var actual = new double[bars.Count];
        MoneyFlow.Compute(bars.High, bars.Low, bars.Close, bars.Volume, 14, actual);
        GoldenIndicators.AssertClose(golden.Expected("MFI", "real"), actual);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void OnBalanceVolume_RealBars_IsTaLibs(bool hourly)
    {
        var golden = Golden(hourly);
        var actual = new double[golden.Bars.Count];
        OnBalanceVolume.Compute(golden.Bars.Close, golden.Bars.Volume, actual);
        GoldenIndicators.AssertClose(golden.Expected("OBV", "real"), actual);
    }

    private static GoldenIndicators Golden(bool hourly) => hourly ? GoldenIndicators.Hourly() : GoldenIndicators.Daily();
}
