using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;

namespace Ratchet.Features.OnChain;

/// <summary>
/// Stand-ins for on-chain measures. None of them sees a chain: each copies the idea of a published measure with price and volume alone,
/// and its name says so. All are free of the scale of price and of volume, and depend on the last 200 bars (puell: 365, sopr: 219) only.
/// </summary>
/// <remarks>
/// With C close, V volume, P = (high + low + close) / 3, means over the last n bars written M_n, and the part of a bar's volume that was bought
/// b = (close - low) / (high - low), one half where the bar has no range:
/// <list type="bullet">
/// <item><description>cost basis R = sum(V P) / sum(V) over 200 bars (the mean of P without volume): the realised price;</description></item>
/// <item><description>mvrv: log(C / R);</description></item>
/// <item><description>nvt: log(C / M_200(C)) - log((a + 0.01) / 1.01), a = M_20(V P) / M_200(V P), 1 without volume;</description></item>
/// <item><description>exchange_inflow: M_20(V (1 - b)) / M_200(V): coins brought to be sold; 0.5 without volume;</description></item>
/// <item><description>exchange_outflow: M_20(V b) / M_200(V); 0.5 without volume;</description></item>
/// <item><description>netflow_momentum: (N now - N 20 bars ago) / M_200(V), N = M_20(V (1 - b)) - M_20(V b); 0 without volume;</description></item>
/// <item><description>sopr: log(sum(V C) / sum(V R)) over 20 bars, each bar with its own R: what was spent against what it had cost;</description></item>
/// <item><description>nupl: sum(V (C - P)) / sum(V |C - P|) over 200 bars, -1 to 1: unrealised profit against loss; 0 where both are 0;</description></item>
/// <item><description>puell: log(C / M_365(C)): the value of a constant issuance against its usual value;</description></item>
/// <item><description>whale_activity: the share of 20 bars' volume in bars above M_200(V) + 2 standard deviations; 0 without volume;</description></item>
/// <item><description>coin_age: the volume-weighted mean age of 200 bars' volume over 99.5 bars; 1 where volume is even, more where it dried up.</description></item>
/// </list>
/// Cost: O(200) a bar.
/// </remarks>
public static class OnChainFeatures
{
    /// <summary>One family that yields all ten.</summary>
    public static IReadOnlyList<IFeatureFamily> All { get; } =
    [
        new WindowedFamily(
            static _ => new OnChainStep(),
            Describe("onchain_mvrv_proxy", OnChainStep.LongBars - 1, "Proxy of market over realised value: log of close over volume-weighted price of 200 bars."),
            Describe("onchain_nvt_proxy", OnChainStep.LongBars - 1, "Proxy of network value to transactions: price above usual less turnover above usual, in logs."),
            Describe("onchain_exchange_inflow_proxy", OnChainStep.LongBars - 1, "Proxy of flow to exchanges: selling volume of 20 bars over mean volume of 200."),
            Describe("onchain_exchange_outflow_proxy", OnChainStep.LongBars - 1, "Proxy of flow from exchanges: buying volume of 20 bars over mean volume of 200."),
            Describe("onchain_netflow_momentum_proxy", OnChainStep.LongBars - 1, "Proxy of the change in net flow to exchanges over 20 bars, in mean volumes."),
            Describe(
                "onchain_sopr_proxy",
                OnChainStep.LongBars + OnChainStep.ShortBars - 2,
                "Proxy of spent-output profit: log of what 20 bars' volume sold for over its cost basis."),
            Describe("onchain_nupl_proxy", OnChainStep.LongBars - 1, "Proxy of net unrealised profit and loss of 200 bars' buyers, -1 to 1."),
            Describe("onchain_puell_proxy", OnChainStep.IssuanceBars - 1, "Proxy of the Puell multiple under constant issuance: log of close over its mean of 365 bars."),
            Describe("onchain_whale_activity_proxy", OnChainStep.LongBars - 1, "Proxy of large holders' activity: share of volume in outsized bars, 0 to 1."),
            Describe("onchain_coin_age_proxy", OnChainStep.LongBars - 1, "Proxy of coin age: mean age of 200 bars' volume, 1 where volume is even.")),
    ];

    private static FeatureDescriptor Describe(string name, int warmUp, string summary) => new(name, FeatureGroup.OnChain, summary, _ => warmUp);
}
