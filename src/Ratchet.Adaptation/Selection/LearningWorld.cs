using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Selection;

/// <summary>
/// A simulated market whose best profile of each regime is known: every allowed profile earns, in R, its mean plus noise that is normal and partly common to the
/// profiles of one entry. Immutable.
/// </summary>
public sealed class LearningWorld
{
    /// <summary>The regimes that are traded.</summary>
    public static IReadOnlyList<MarketRegime> Regimes { get; } =
        [MarketRegime.TrendUp, MarketRegime.TrendDown, MarketRegime.RangeLowVol, MarketRegime.RangeHighVol, MarketRegime.HighVolatility];

    private readonly double[] means;

    private LearningWorld(IReadOnlyList<TradeProfile> profiles, double[] means, double deviation, double correlation)
    {
        Profiles = profiles;
        this.means = means;
        Deviation = deviation;
        Correlation = correlation;
    }

    /// <summary>The profiles.</summary>
    public IReadOnlyList<TradeProfile> Profiles { get; }

    /// <summary>The standard deviation of a trade's R.</summary>
    public double Deviation { get; }

    /// <summary>The correlation of the results of two profiles on one entry.</summary>
    public double Correlation { get; }

    /// <summary>
    /// The seven profiles, the best of each regime earning <paramref name="bestMean"/> and every other that the regime allows <paramref name="gap"/> less: in up-trends
    /// trend_rider, in down-trends balanced_aggressive, in quiet ranges scalp, in lively ranges defensive, in high volatility moderate.
    /// </summary>
    /// <param name="gap">In R, from 0.</param>
    /// <param name="deviation">In R, above 0.</param>
    /// <param name="correlation">In [0, 1).</param>
    /// <param name="bestMean">In R.</param>
    public static LearningWorld Standard(double gap = 0.3, double deviation = 1.5, double correlation = 0.5, double bestMean = 0.2)
    {
        var profiles = TradeProfiles.All;
        string[] best = ["trend_rider", "balanced_aggressive", "scalp", "defensive", "moderate"];
        var means = new double[RegimeNames.Count * profiles.Count];
        Array.Fill(means, double.NaN);
        for (var r = 0; r < Regimes.Count; r++)
        {
            for (var p = 0; p < profiles.Count; p++)
            {
                if (profiles[p].Allows(RegimeNames.Of(Regimes[r])))
                {
                    means[((int)Regimes[r] * profiles.Count) + p] = profiles[p].Name == best[r] ? bestMean : bestMean - gap;
                }
            }
        }

        return new(profiles, means, deviation, correlation);
    }

    /// <summary>The same with other means in one regime.</summary>
    /// <param name="regime">The regime.</param>
    /// <param name="values">One mean for each profile; those that the regime does not allow are not used.</param>
    public LearningWorld With(MarketRegime regime, IReadOnlyList<double> values)
    {
        var copy = (double[])means.Clone();
        for (var p = 0; p < Profiles.Count; p++)
        {
            copy[((int)regime * Profiles.Count) + p] = Profiles[p].Allows(RegimeNames.Of(regime)) ? values[p] : double.NaN;
        }

        return new(Profiles, copy, Deviation, Correlation);
    }

    /// <summary>The mean R of a profile; NaN where the regime does not allow it.</summary>
    /// <param name="regime">The regime.</param>
    /// <param name="profile">The profile's place.</param>
    public double Mean(MarketRegime regime, int profile) => means[((int)regime * Profiles.Count) + profile];

    /// <summary>The profile with the largest mean.</summary>
    /// <param name="regime">One of <see cref="Regimes"/>.</param>
    public int Best(MarketRegime regime)
    {
        var best = -1;
        for (var p = 0; p < Profiles.Count; p++)
        {
            if (!double.IsNaN(Mean(regime, p)) && (best < 0 || Mean(regime, p) > Mean(regime, best)))
            {
                best = p;
            }
        }

        return best;
    }

    /// <summary>What a choice among the allowed at random loses against the best, in R.</summary>
    /// <param name="regime">One of <see cref="Regimes"/>.</param>
    public double MeanGap(MarketRegime regime)
    {
        var (sum, count) = (0.0, 0);
        for (var p = 0; p < Profiles.Count; p++)
        {
            if (!double.IsNaN(Mean(regime, p)))
            {
                sum += Mean(regime, Best(regime)) - Mean(regime, p);
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>Draws what every profile earns on one entry.</summary>
    /// <param name="regime">One of <see cref="Regimes"/>.</param>
    /// <param name="random">The stream.</param>
    /// <param name="results">Receives one R a profile; NaN where the regime does not allow it.</param>
    public void Draw(MarketRegime regime, RandomStream random, Span<double> results)
    {
        var common = random.NextNormal() * Math.Sqrt(Correlation);
        var own = Math.Sqrt(1 - Correlation);
        for (var p = 0; p < results.Length; p++)
        {
            results[p] = Mean(regime, p) + (Deviation * (common + (own * random.NextNormal())));
        }
    }
}
