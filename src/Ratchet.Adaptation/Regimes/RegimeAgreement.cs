namespace Ratchet.Adaptation.Regimes;

/// <summary>
/// How far regimes by rules agree with the likeliest state of a hidden Markov model: TREND_UP with bull, TREND_DOWN with bear, both ranges with sideways. Bars in
/// HIGH_VOLATILITY, ILLIQUID and UNKNOWN are counted in the table but not judged: the model knows no such states.
/// </summary>
/// <remarks>Kappa (Cohen, 1960) = (agreement - chance) / (1 - chance), chance being the agreement of two independent series with the same shares.</remarks>
public sealed class RegimeAgreement
{
    private const int States = 3;
    private readonly long[] counts = new long[RegimeNames.Count * States];

    /// <summary>How many bars are judged.</summary>
    public long Judged => Row(MarketRegime.TrendUp) + Row(MarketRegime.TrendDown) + Row(MarketRegime.RangeLowVol) + Row(MarketRegime.RangeHighVol);

    /// <summary>The share of judged bars on which both say the same; NaN where none is.</summary>
    public double Share => Judged == 0
        ? double.NaN
        : (double)(Count(MarketRegime.TrendUp, MarkovState.Bull) + Count(MarketRegime.TrendDown, MarkovState.Bear) + Ranges(MarkovState.Sideways)) / Judged;

    /// <summary>The agreement that independent series with the same shares would have; NaN where no bar is judged.</summary>
    public double Chance
    {
        get
        {
            double n = Judged;
            return n == 0
                ? double.NaN
                : ((Row(MarketRegime.TrendUp) / n * (Column(MarkovState.Bull) / n))
                    + (Row(MarketRegime.TrendDown) / n * (Column(MarkovState.Bear) / n))
                    + ((Row(MarketRegime.RangeLowVol) + Row(MarketRegime.RangeHighVol)) / n * (Column(MarkovState.Sideways) / n)));
        }
    }

    /// <summary>Agreement beyond chance: 1 is full, 0 none; NaN where chance alone gives all.</summary>
    public double Kappa => Chance < 1 ? (Share - Chance) / (1 - Chance) : double.NaN;

    /// <summary>Bars with a regime by the rules and a likeliest state of the model.</summary>
    /// <param name="regime">One of the seven.</param>
    /// <param name="state">One of the three.</param>
    public long Count(MarketRegime regime, MarkovState state) => counts[((int)regime * States) + (int)state];

    internal void Add(MarketRegime regime, double bull, double bear)
    {
        if (double.IsNaN(bull) || double.IsNaN(bear))
        {
            return;
        }

        var sideways = 1 - bull - bear;
        var state = bull > sideways && bull > bear ? MarkovState.Bull : bear > sideways ? MarkovState.Bear : MarkovState.Sideways;
        counts[((int)regime * States) + (int)state]++;
    }

    private long Row(MarketRegime regime) => Count(regime, MarkovState.Bull) + Count(regime, MarkovState.Sideways) + Count(regime, MarkovState.Bear);

    private long Column(MarkovState state) => Count(MarketRegime.TrendUp, state) + Count(MarketRegime.TrendDown, state) + Ranges(state);

    private long Ranges(MarkovState state) => Count(MarketRegime.RangeLowVol, state) + Count(MarketRegime.RangeHighVol, state);
}
