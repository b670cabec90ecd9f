using Ratchet.Features.Statistics;
using Ratchet.Features.Tests.Sets;

namespace Ratchet.Features.Tests.Statistics;

public sealed class StatisticalContractTests() : FeatureContract(StatisticalFeatures.All)
{
    [Fact]
    public void All_Catalogue_HasTheEighteenNames() => Assert.Equal(
        "ret_1 ret_5 ret_20 realized_vol_20 realized_vol_60 parkinson_vol_20 garman_klass_vol_20 vol_of_vol_60 skew_60 kurtosis_60 autocorr_1_60 "
        + "variance_ratio_60 hurst_128 entropy_64 zscore_50 fractional_diff_price kelly_optimal_size cvar_risk_score",
        string.Join(' ', StatisticalFeatures.All.SelectMany(f => f.Features).Select(f => f.Name)));
}
