using Ratchet.Features.OnChain;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.OnChain;

public sealed class OnChainFeatureTests
{
    private static readonly string[] Names = [.. OnChainFeatures.All.SelectMany(f => f.Features).Select(f => f.Name)];

    private static Dictionary<string, double[]> Columns(BarSeries bars)
    {
        double[][] columns = [.. Names.Select(_ => new double[bars.Count])];
        OnChainFeatures.All[0].Compute(bars, columns, TestContext.Current.CancellationToken);
        return Names.Zip(columns).ToDictionary(p => p.First, p => p.Second);
    }

    private static BarSeries Bars(int count, Func<int, (double Price, double High, double Low, double Volume)> bar) => RandomBars.FromBars(
        TimeFrame.Hour1,
        [.. Enumerable.Range(0, count).Select(i => (Index: i, Bar: bar(i))).Select(b =>
            new Bar(b.Index * TimeFrame.Hour1.Milliseconds, b.Bar.Price, b.Bar.High, b.Bar.Low, b.Bar.Price, b.Bar.Volume))]);

    [Fact]
    public void All_Catalogue_HasTheTenNames() => Assert.Equal(
        "onchain_mvrv_proxy onchain_nvt_proxy onchain_exchange_inflow_proxy onchain_exchange_outflow_proxy onchain_netflow_momentum_proxy "
        + "onchain_sopr_proxy onchain_nupl_proxy onchain_puell_proxy onchain_whale_activity_proxy onchain_coin_age_proxy",
        string.Join(' ', Names));

    [Fact]
    public void Compute_PriceDoublesOnTheLastBar_MatchesHandCalculation()
    {
        // 399 bars at 100, the last at 200, volume 1 throughout, no ranges.
        var last = Columns(Bars(400, i => i == 399 ? (200, 200, 200, 1) : (100, 100, 100, 1))).ToDictionary(c => c.Key, c => c.Value[399]);
        const double Basis = 100.5;
        Assert.Equal(Math.Log(200 / Basis), last["onchain_mvrv_proxy"], 1e-12);
        Assert.Equal(Math.Log(200 / (100 + (100 / 365.0))), last["onchain_puell_proxy"], 1e-12);
        Assert.Equal(1, last["onchain_nupl_proxy"], 1e-12);
        Assert.Equal(0.5, last["onchain_exchange_inflow_proxy"], 1e-12);
        Assert.Equal(0.5, last["onchain_exchange_outflow_proxy"], 1e-12);
        Assert.Equal(0, last["onchain_netflow_momentum_proxy"], 1e-12);
        Assert.Equal(0, last["onchain_whale_activity_proxy"]);
        Assert.Equal(1, last["onchain_coin_age_proxy"], 1e-12);
        Assert.Equal(Math.Log(((19 * 100) + 200) / ((19 * 100) + Basis)), last["onchain_sopr_proxy"], 1e-12);
        Assert.Equal(Math.Log(200 / Basis) - Math.Log(((105 / Basis) + 0.01) / 1.01), last["onchain_nvt_proxy"], 1e-12);
    }

    [Fact]
    public void Compute_CloseAtTheHigh_IsBought()
    {
        // Bars close at the high for 380 bars, then at the low for 20.
        var columns = Columns(Bars(400, i => i < 380 ? (100, 100, 90, 2) : (100, 110, 100, 2)));
        Assert.Equal(0, columns["onchain_exchange_inflow_proxy"][379], 1e-12);
        Assert.Equal(1, columns["onchain_exchange_outflow_proxy"][379], 1e-12);
        Assert.Equal(1, columns["onchain_exchange_inflow_proxy"][399], 1e-12);
        Assert.Equal(0, columns["onchain_exchange_outflow_proxy"][399], 1e-12);
        Assert.Equal(2, columns["onchain_netflow_momentum_proxy"][399], 1e-12);
    }

    [Fact]
    public void Compute_OneHugeBar_IsWhaleActivityAndYoungCoins()
    {
        var columns = Columns(Bars(400, i => (100, 100, 100, i == 399 ? 181 : 1)));
        Assert.Equal(181.0 / 200, columns["onchain_whale_activity_proxy"][399], 1e-12);
        Assert.Equal(199 * 100 / 380.0 / 99.5, columns["onchain_coin_age_proxy"][399], 1e-12);
    }

    [Fact]
    public void Compute_OtherUnitOfVolume_ChangesNothing()
    {
        var bars = RandomBars.Create(600, 51, TimeFrame.Hour1);
        var scaled = RandomBars.FromBars(TimeFrame.Hour1, [.. Enumerable.Range(0, 600).Select(i => bars[i] with { Volume = bars[i].Volume * 4096 })]);
        var (here, there) = (Columns(bars), Columns(scaled));
        Assert.All(Names, name => Assert.Equal(here[name][599], there[name][599], 1e-12));
    }
}
