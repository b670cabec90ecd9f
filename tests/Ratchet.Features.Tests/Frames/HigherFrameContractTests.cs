using Ratchet.Features.Frames;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Frames;

/// <summary>The whole catalogue, and some features with parameters, at four hours on shorter bars.</summary>
public sealed class HigherFrameContractTests() : FeatureContract(
[
    .. WholeCatalogue.BuiltIn(WholeCatalogue.Regime).Select(f => new HigherFrameFamily(f, TimeFrame.Hour4)),
    .. WholeCatalogue.Families("rsi_28@4h", "zscore_100@4h", "ema_ratio_5_34@2h", "macd_8_21_5@3h"),
])
{
    /// <inheritdoc/>
    protected override bool Takes(TimeFrame bars) => bars.Minutes is 15 or 60;
}
