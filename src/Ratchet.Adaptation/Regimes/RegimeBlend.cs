using Ratchet.Trading.Events;

namespace Ratchet.Adaptation.Regimes;

/// <summary>What else moves confidences: the hidden Markov model and a coarser time frame. Both keep the sum.</summary>
internal static class RegimeBlend
{
    private static readonly MarketRegime[] Directional = [MarketRegime.TrendUp, MarketRegime.TrendDown, MarketRegime.RangeLowVol, MarketRegime.RangeHighVol];

    /// <summary>Whether the model's probabilities are known.</summary>
    public static bool HasMarkov(in MarketContext context) =>
        context.Bull >= 0 && context.Bear >= 0 && context.Bull + context.Bear <= 1 + 1e-9;

    /// <summary>Moves a share of the mass of trends and ranges to where the model has it; the split of the ranges stays.</summary>
    public static void Markov(ref RegimeConfidences confidences, in MarketContext context, double weight)
    {
        var mass = 0.0;
        foreach (var regime in Directional)
        {
            mass += confidences[(int)regime];
        }

        var ranges = confidences.Of(MarketRegime.RangeLowVol) + confidences.Of(MarketRegime.RangeHighVol);
        var low = ranges > 0 ? confidences.Of(MarketRegime.RangeLowVol) / ranges : 0.5;
        var sideways = Math.Max(0, 1 - context.Bull - context.Bear);
        var sum = context.Bull + context.Bear + sideways;
        Mix(ref confidences, MarketRegime.TrendUp, mass * context.Bull / sum, weight);
        Mix(ref confidences, MarketRegime.TrendDown, mass * context.Bear / sum, weight);
        Mix(ref confidences, MarketRegime.RangeLowVol, mass * sideways / sum * low, weight);
        Mix(ref confidences, MarketRegime.RangeHighVol, mass * sideways / sum * (1 - low), weight);
    }

    /// <summary>The largest of trends and ranges where the rules say one of them, else what they say.</summary>
    public static MarketRegime Decide(in RegimeConfidences confidences, MarketRegime byRules)
    {
        if (Array.IndexOf(Directional, byRules) < 0)
        {
            return byRules;
        }

        var best = byRules;
        foreach (var regime in Directional)
        {
            if (confidences.Of(regime) > confidences.Of(best))
            {
                best = regime;
            }
        }

        return best;
    }

    /// <summary>Raises the regime's confidence where the coarser frame has the same, lowers it where it has another; unknown there changes nothing.</summary>
    public static void Frames(ref RegimeConfidences confidences, MarketRegime regime, MarketRegime coarser, double weight)
    {
        if (coarser == MarketRegime.Unknown || regime == MarketRegime.Unknown)
        {
            return;
        }

        var own = confidences.Of(regime);
        var others = 1 - own;
        if (others <= 0)
        {
            return;
        }

        var moved = coarser == regime ? own + (weight * others) : own * (1 - weight);
        for (var i = 0; i < RegimeNames.Count; i++)
        {
            confidences[i] = i == (int)regime ? moved : confidences[i] * (1 - moved) / others;
        }
    }

    private static void Mix(ref RegimeConfidences confidences, MarketRegime regime, double value, double weight) =>
        confidences[(int)regime] = ((1 - weight) * confidences.Of(regime)) + (weight * value);
}
