using Ratchet.Features.Audit;
using Ratchet.Features.Sets;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Audit;

public sealed class LeakAuditTests
{
    public static TheoryData<string> Names { get; } = new(Leaks.All.Select(l => l.Features[0].Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_EachKindOfLeak_IsCaughtWithTheDefaultOptions(string name)
    {
        var bars = RandomBars.Create(3000, 77, TimeFrame.Hour1);
        var family = Leaks.All.Single(l => l.Features[0].Name == name);
        var catalogue = new FeatureCatalogue([family, new ChangeFamily()]);
        var report = LookAheadAudit.Run(bars, FeatureSet.All(catalogue), catalogue, new(), TestContext.Current.CancellationToken);

        Assert.False(report.IsClean);
        Assert.NotEmpty(report.Features[0].Findings);
        Assert.All(report.Findings, f => Assert.Equal(name, f.Feature));
        Assert.All(report.Features.Skip(1), f => Assert.True(f.IsClean));
    }

    [Fact]
    public void Run_LeakOnceIn500Bars_IsCaughtByTheStreamAtItsFirstBar()
    {
        var family = Leaks.All.Single(l => l.Features[0].Name == "once_in_500_bars");
        var catalogue = new FeatureCatalogue([family]);
        var report = LookAheadAudit.Run(
            RandomBars.Create(3000, 78, TimeFrame.Hour1), FeatureSet.All(catalogue), catalogue, new() { Cuts = [2000] }, TestContext.Current.CancellationToken);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((AuditCheck.Streaming, 123), (finding.Check, finding.Bar));
    }
}
