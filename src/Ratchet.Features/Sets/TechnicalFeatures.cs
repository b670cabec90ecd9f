using Ratchet.Features.Frames;
using Ratchet.Features.Momentum;
using Ratchet.Features.Trend;
using Ratchet.Features.Volatility;
using Ratchet.Features.Volume;
using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>The families of the technical group, registered one by one.</summary>
public static class TechnicalFeatures
{
    /// <summary>
    /// Every family of the group, in the order of the catalogue; families hold no state, so that anybody may use them at once.
    /// </summary>
    public static IReadOnlyList<IFeatureFamily> All { get; } =
    [
        new RsiFamily(7),
        new RsiFamily(14),
        new RsiFamily(21),
        new StochasticFamily(),
        new WilliamsFamily(),
        new CciFamily(),
        new MfiFamily(),
        new MacdFamily(),
        new EmaRatioFamily(9, 21),
        new EmaRatioFamily(21, 55),
        new SmaRatioFamily(20),
        new SmaRatioFamily(50),
        new SmaRatioFamily(200),
        new BollingerFamily(),
        new KeltnerFamily(),
        new AtrFamily(),
        new DirectionalFamily(),
        new AroonFamily(),
        new IchimokuFamily(),
        new DonchianFamily(),
        new ParabolicSarFamily(),
        new RocFamily(),
        new TimedMomentumFamily(TimeFrame.Hour1),
        new TimedMomentumFamily(TimeFrame.Hour4),
        new TrixFamily(),
        new ObvSlopeFamily(),
        new VolumeRatioFamily(),
        new VwapFamily(),
        new VolumeProfileFamily(),
        new ChaikinFamily(),
        new SupertrendFamily(),
        new KamaFamily(),
        new ConsensusFamily(),
    ];
}
