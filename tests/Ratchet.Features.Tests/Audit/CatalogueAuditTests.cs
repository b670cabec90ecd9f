using Ratchet.Features.Audit;
using Ratchet.Features.OnChain;
using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Testing;

namespace Ratchet.Features.Tests.Audit;

public sealed class CatalogueAuditTests
{
    private const int Bars = 2400;

    private static readonly FeatureCatalogue Catalogue = new(
    [
        .. TechnicalFeatures.All, .. StatisticalFeatures.All, .. RegimeFeatures.Create(new() { MinimumBars = 500, WindowBars = 800, RefitEveryBars = 600 }), .. OnChainFeatures.All,
    ]);

    [Fact]
    public void Catalogue_RandomBars_IsClean() => AssertClean(RandomBars.Create(Bars, 91, TimeFrame.Hour1));

    [Theory]
    [InlineData("data/crypto/bitfinex_BTCUSD_1m_2018.csv.gz", 1)]
    [InlineData("data/crypto/binance_BTCUSDT_15m_2025.csv.gz", 15)]
    [InlineData("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz", 60)]
    [InlineData("data/futures/ES_1m_2024-12_2025-09.csv.gz", 1)]
    public void Catalogue_RealBars_IsClean(string file, int minutes)
    {
        var raw = BarCsvReader.Read(SharedFiles.Require(file), cancellationToken: TestContext.Current.CancellationToken).Bars;
        var whole = new BarSeries(Symbol.Parse("TEST"), new(minutes), new()
        {
            OpenTime = raw.OpenTime,
            Open = raw.Open,
            High = raw.High,
            Low = raw.Low,
            Close = raw.Close,
            Volume = raw.Volume,
        });
        AssertClean(whole.Slice(new IndexRange(5000, 5000 + Bars)));
    }

    private static void AssertClean(BarSeries bars)
    {
        var report = LookAheadAudit.Run(
            bars, FeatureSet.All(Catalogue), Catalogue, new() { CutCount = 3, Threads = 2, Seed = 5 }, TestContext.Current.CancellationToken);
        Assert.Equal([], report.Findings.Select(f => f.ToString()));
        Assert.Equal(Catalogue.Features.Count, report.Features.Count);
        Assert.All(report.Features, f => Assert.Equal((f.Feature, 0.0), (f.Feature, f.StreamDifference)));

        // On one-minute bars the daily frame of the consensus needs eleven days.
        Assert.All(report.Features, f => Assert.True(f.Values == Math.Max(0, Bars - f.WarmUp), $"{f.Feature} has {f.Values} values after a warm-up of {f.WarmUp}."));
    }
}
