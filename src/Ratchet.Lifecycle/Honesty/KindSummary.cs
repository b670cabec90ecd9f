namespace Ratchet.Lifecycle.Honesty;

/// <summary>All markets of one kind.</summary>
/// <param name="Kind">"noise" or "planted".</param>
/// <param name="InformationCoefficient">What was planted; 0 for noise.</param>
/// <param name="Verdicts">Every market.</param>
/// <param name="MeanChosen">Mean composite of the chosen configurations on sealed parts.</param>
/// <param name="MeanSearch">Mean composite of the same configurations in the second look, in-sample.</param>
/// <param name="MeanDefaults">Mean composite of the fixed defaults on sealed parts.</param>
/// <param name="AgainstDefaults">Chosen less defaults, paired by market.</param>
/// <param name="AgainstRandom">Chosen less the median of its random entries, paired by market.</param>
/// <param name="MeanRandomPercentile">Mean percentile among random entries; 50 is no skill.</param>
/// <param name="ViableShare">Share of markets in which the chosen configuration was viable before the seal was opened.</param>
/// <param name="ViableSealedShare">Share in which it was viable on the sealed part.</param>
public sealed record KindSummary(
    string Kind,
    double InformationCoefficient,
    IReadOnlyList<MarketVerdict> Verdicts,
    double MeanChosen,
    double MeanSearch,
    double MeanDefaults,
    PairedDifference AgainstDefaults,
    PairedDifference AgainstRandom,
    double MeanRandomPercentile,
    double ViableShare,
    double ViableSealedShare);
