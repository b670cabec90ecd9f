using Ratchet.Adaptation.Regimes;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>
/// How far the rules and a hidden Markov model name the same market, on bars where the rules say trend or range and the model's filtered probabilities are known: a
/// rising trend against the rising state, a falling one against the falling, either range against the rest.
/// </summary>
/// <param name="Counts">Bars by [what the rules say: up, down, range][what the model says: up, down, range], row by row.</param>
public sealed record RegimeAgreement(IReadOnlyList<long> Counts)
{
    private const int Classes = 3;

    /// <summary>How many bars were compared.</summary>
    public long Bars => Counts.Sum();

    /// <summary>The share on which both say the same; NaN without bars.</summary>
    public double Share => (double)(Counts[0] + Counts[4] + Counts[8]) / Bars;

    /// <summary>The share that would agree by chance, each naming as often as it does.</summary>
    public double Chance
    {
        get
        {
            var sum = 0.0;
            for (var c = 0; c < Classes; c++)
            {
                var (rules, model) = (0.0, 0.0);
                for (var o = 0; o < Classes; o++)
                {
                    rules += Counts[(c * Classes) + o];
                    model += Counts[(o * Classes) + c];
                }

                sum += rules * model;
            }

            return sum / ((double)Bars * Bars);
        }
    }

    /// <summary>Agreement beyond chance: (share - chance) / (1 - chance) (Cohen, 1960). 0 is chance, 1 full agreement.</summary>
    public double Kappa => (Share - Chance) / (1 - Chance);

    /// <summary>Of bars that the rules call so, the share that the model calls alike; NaN where there are none.</summary>
    /// <param name="rules">0 up, 1 down, 2 range.</param>
    public double ShareOf(int rules) =>
        (double)Counts[(rules * Classes) + rules] / (Counts[rules * Classes] + Counts[(rules * Classes) + 1] + Counts[(rules * Classes) + 2]);

    internal static int ClassOf(MarketRegime regime) => regime switch
    {
        MarketRegime.TrendUp => 0,
        MarketRegime.TrendDown => 1,
        MarketRegime.RangeLowVol or MarketRegime.RangeHighVol => 2,
        _ => -1,
    };

    internal static int ClassOf(double bull, double bear)
    {
        var rest = 1 - bull - bear;
        return double.IsNaN(rest) ? -1 : bull >= bear && bull >= rest ? 0 : bear >= rest ? 1 : 2;
    }
}
