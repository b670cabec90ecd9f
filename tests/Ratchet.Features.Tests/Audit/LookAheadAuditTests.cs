using Ratchet.Features.Audit;
using Ratchet.Features.Sets;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Audit;

public sealed class LookAheadAuditTests
{
    private static readonly BarSeries Bars = RandomBars.Create(100, 1, TimeFrame.Hour1);

    [Fact]
    public void Run_HonestAndCheatingFeatures_NamesTheOffenderOnly()
    {
        var catalogue = new FeatureCatalogue([new ChangeFamily(), new CheatingFamily(1)]);
        var findings = Run(catalogue, new() { Cuts = [40] });
        Assert.Equal(
            [AuditCheck.Truncation, AuditCheck.Perturbation, AuditCheck.RewrittenFuture, AuditCheck.Streaming], findings.Select(f => f.Check));
        Assert.Equal(new("tomorrow", 40, 40, AuditCheck.Truncation, Bars.Close[41], Bars.Close[40]), findings[0]);
        Assert.Equal(new("tomorrow", 40, 40, AuditCheck.Perturbation, Bars.Close[41], Bars.Close[41] * 0.8), findings[1]);
        Assert.Equal(new("tomorrow", 0, -1, AuditCheck.Streaming, Bars.Close[1], Bars.Close[0]), findings[3]);
        Assert.Contains("tomorrow at bar 40", findings[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ReadsFarAhead_IsFoundByTruncation()
    {
        var findings = Run(new([new CheatingFamily(7)]), new() { Cuts = [40] });
        Assert.Contains(findings, f => f.Check == AuditCheck.Truncation && f.Bar == 34);
    }

    [Fact]
    public void Run_DrawnCuts_DependOnTheSeedAlone()
    {
        var catalogue = new FeatureCatalogue([new CheatingFamily(1)]);
        var one = Run(catalogue, new() { CutCount = 5, Seed = 3 });
        Assert.Equal(one, Run(catalogue, new() { CutCount = 5, Seed = 3, Threads = 3 }));
        Assert.NotEqual(one, Run(catalogue, new() { CutCount = 5, Seed = 4 }));
        Assert.Equal(5, one.Where(f => f.Cut >= 0).Select(f => f.Cut).Distinct().Count());
    }

    [Fact]
    public void Run_ValueBeforeTheWarmUp_IsFound()
    {
        var early = new FeatureCatalogue([new EarlyFamily()]);
        var finding = Assert.Single(Run(early, new() { CutCount = 2 }));
        Assert.Equal((AuditCheck.WarmUp, 2), (finding.Check, finding.Bar));
    }

    [Fact]
    public void Run_CleanFeatures_CountsTheirValues()
    {
        var catalogue = new FeatureCatalogue([new ChangeFamily()]);
        var report = LookAheadAudit.Run(Bars, FeatureSet.All(catalogue), catalogue, new(), TestContext.Current.CancellationToken);
        Assert.True(report.IsClean);
        Assert.Equal((100, 12), (report.Bars, report.Cuts.Count));
        Assert.All(report.Features, f => Assert.Equal((99, 0.0), (f.Values, f.StreamDifference)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    public void Run_CutWithoutABarAfter_Throws(int cut) => Assert.Throws<ArgumentException>(() => Run(new([new ChangeFamily()]), new() { Cuts = [cut] }));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100_001, 1)]
    [InlineData(1, 0)]
    public void Validate_OutsideTheRange_Throws(int cuts, int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(new AuditOptions { CutCount = cuts, Threads = threads }.Validate);

    private static AuditFinding[] Run(FeatureCatalogue catalogue, AuditOptions options) =>
        [.. LookAheadAudit.Run(Bars, FeatureSet.All(catalogue), catalogue, options, TestContext.Current.CancellationToken).Findings];
}
