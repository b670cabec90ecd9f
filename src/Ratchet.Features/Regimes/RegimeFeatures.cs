using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;

namespace Ratchet.Features.Regimes;

/// <summary>The regime features: six from one hidden Markov model, and two plain ones.</summary>
/// <remarks>
/// <para>
/// The model (Hamilton, 1989; Gaussian, diagonal) sees two observations a bar: the log returns of 20 and of 60 bars in their own standard
/// deviations (the volatility of 60 bars x the root of the length), standardised by the fitting window; 0 on flat prices. It is fitted on a
/// schedule counted from the first bar, each time on bars strictly before the bar at which it is first used; then its filter runs over that
/// window and from there forward only. Probabilities are filtered, never smoothed. Volatility is no observation on purpose: with it the
/// likelihood splits states by volatility (on four years of hourly BTC/USDT, mean 20-bar return 0.12 % in "bull" against 1.7 % without),
/// and the names would not hold; volatility_regime measures it.
/// </para>
/// <para>
/// States get their names at the first fit by mean trend: bull the highest, bear the lowest. Later fits keep names by the nearest emission
/// densities; should that call bull what trends no higher than bear, they are named by mean trend again.
/// </para>
/// <para>Cost: O(states²) a bar; a fit O(window x iterations x states²), tens of milliseconds at the defaults.</para>
/// </remarks>
public static class RegimeFeatures
{
    private const int VolatilityBars = 20;
    private const int RankBars = 500;
    private const int TrendBars = 100;

    /// <summary>Builds the families: the six of the hidden Markov model in one, volatility_regime, trend_regime.</summary>
    /// <param name="options">When and on what the model is fitted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static IReadOnlyList<IFeatureFamily> Create(RegimeOptions options)
    {
        options.Validate();
        return Create(options.MinimumBars, () => new HmmRegimeStep(options), options.ToString());
    }

    /// <summary>The same families with a model that was fitted before: it is never fitted again, and its first probabilities come after 60 bars.</summary>
    /// <param name="options">The seed and the like; the schedule is not used.</param>
    /// <param name="model">The model, fitted on bars before those that the features will see.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static IReadOnlyList<IFeatureFamily> Create(RegimeOptions options, FittedRegimes model)
    {
        ArgumentNullException.ThrowIfNull(model);
        options.Validate();
        return Create(TrendObserver.SlowBars, () => new HmmRegimeStep(options, model), null);
    }

    private static IReadOnlyList<IFeatureFamily> Create(int first, Func<HmmRegimeStep> begin, string? definition) =>
        [
            new WindowedFamily(
                _ => begin(),
                Describe("regime_prob_bull", first, "Filtered probability of the state with the most rising trend, 0 to 1."),
                Describe("regime_prob_bear", first, "Filtered probability of the state with the most falling trend, 0 to 1."),
                Describe("regime_prob_sideways", first, "Filtered probability of the other states, 0 to 1."),
                Describe("regime_transition_prob", first, "Probability that the next bar's state differs from the present one: 1 - sum p(k) a(k, k)."),
                Describe("regime_duration", first, "log(1 + bars for which the likeliest state has been the same)."),
                Describe("regime_entropy", first, "Entropy of the state probabilities over log states, 0 (certain) to 1."))
            {
                Definition = definition,
            },
            new WindowedFamily(
                static _ => new VolatilityRankStep(VolatilityBars, RankBars),
                Describe("volatility_regime", VolatilityBars + RankBars - 1, "Rank of the 20-bar volatility among its last 500 values, 0 to 1; 0.5 on flat prices.")),
            Trend("trend_regime", TrendBars),
        ];

    internal static IFeatureFamily Trend(int bars) => Trend($"trend_regime_{bars}", bars);

    private static WindowedFamily Trend(string name, int bars) => new(
        _ => new WindowStep(bars, static (in bar, _) => Math.Log(bar.Close), TrendStrength.SignedFit),
        Describe(name, bars - 1, $"Sign of slope x R² of the line through {bars} log closes, -1 to 1; 0 on flat prices."));

    private static FeatureDescriptor Describe(string name, int warmUp, string summary) => new(name, FeatureGroup.Regime, summary, _ => warmUp);
}
