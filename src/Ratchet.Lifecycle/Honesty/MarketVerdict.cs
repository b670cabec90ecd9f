namespace Ratchet.Lifecycle.Honesty;

/// <summary>One reduced study on one market, its sealed part opened at the end.</summary>
/// <param name="Seed">The market's seed.</param>
/// <param name="Chosen">Composite of the chosen configuration on the sealed part.</param>
/// <param name="ChosenSearch">The same configuration's composite in the second look, in-sample: what a flatterer would report.</param>
/// <param name="Defaults">Composite of the fixed defaults on the sealed part.</param>
/// <param name="RandomMedian">Median composite of random entries shaped like the chosen configuration's trades; NaN when it did not trade.</param>
/// <param name="RandomPercentile">Share of random entries whose composite is below the chosen configuration's, 0 to 100; NaN when it did not trade.</param>
/// <param name="Trades">Trades of the chosen configuration on the sealed part.</param>
/// <param name="ChosenReturn">Its total return there.</param>
/// <param name="Viable">Whether it was viable in the second look, before the seal was opened.</param>
/// <param name="ViableSealed">Whether it was viable on the sealed part.</param>
public sealed record MarketVerdict(
    ulong Seed,
    double Chosen,
    double ChosenSearch,
    double Defaults,
    double RandomMedian,
    double RandomPercentile,
    int Trades,
    double ChosenReturn,
    bool Viable,
    bool ViableSealed);
