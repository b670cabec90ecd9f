namespace Ratchet.Adaptation.Regimes;

/// <summary>
/// What a series of readings says: how often each regime was in force and how long at a time, what came after what, how sure the detector was, and how far the
/// directional regimes agree with the hidden Markov model's. One symbol, bars in their order.
/// </summary>
public sealed class RegimeSurvey
{
    private readonly List<int>[] stays = [.. Enumerable.Range(0, RegimeNames.Count).Select(_ => new List<int>())];
    private readonly long[] bars = new long[RegimeNames.Count];
    private readonly double[] confidences = new double[RegimeNames.Count];
    private readonly long[] transitions = new long[RegimeNames.Count * RegimeNames.Count];
    private MarketRegime last;
    private int length;

    /// <summary>How many readings were added.</summary>
    public long TotalBars { get; private set; }

    /// <summary>How often the regime changed.</summary>
    public long Changes => transitions.Sum();

    /// <summary>The regimes of the rules against the model's states, where both are known.</summary>
    public RegimeAgreement Agreement { get; } = new();

    /// <summary>Takes the reading of the next bar.</summary>
    /// <param name="reading">What the detector says.</param>
    /// <param name="bull">The model's filtered probability of the rising state; NaN where it is not known.</param>
    /// <param name="bear">The model's filtered probability of the falling state.</param>
    public void Add(in RegimeReading reading, double bull, double bear)
    {
        if (TotalBars > 0 && reading.Regime != last)
        {
            transitions[((int)last * RegimeNames.Count) + (int)reading.Regime]++;
            stays[(int)last].Add(length);
            length = 0;
        }

        last = reading.Regime;
        length++;
        TotalBars++;
        bars[(int)last]++;
        confidences[(int)last] += reading.Confidences.Of(last);
        Agreement.Add(last, bull, bear);
    }

    /// <summary>The bars in a regime.</summary>
    /// <param name="regime">One of the seven.</param>
    public long Bars(MarketRegime regime) => bars[(int)regime];

    /// <summary>The share of all bars in a regime; NaN before the first.</summary>
    /// <param name="regime">One of the seven.</param>
    public double Share(MarketRegime regime) => TotalBars == 0 ? double.NaN : (double)Bars(regime) / TotalBars;

    /// <summary>How many stays in a regime have ended.</summary>
    /// <param name="regime">One of the seven.</param>
    public int Stays(MarketRegime regime) => stays[(int)regime].Count;

    /// <summary>The mean, median (the lower of the middle two) and longest of the stays that have ended, in bars; NaN where none has.</summary>
    /// <param name="regime">One of the seven.</param>
    public (double Mean, double Median, double Longest) Dwell(MarketRegime regime)
    {
        int[] lengths = [.. stays[(int)regime].Order()];
        return lengths.Length == 0 ? (double.NaN, double.NaN, double.NaN) : (lengths.Average(), lengths[(lengths.Length - 1) / 2], lengths[^1]);
    }

    /// <summary>The mean confidence of a regime over the bars in it; NaN where there are none.</summary>
    /// <param name="regime">One of the seven.</param>
    public double MeanConfidence(MarketRegime regime) => Bars(regime) == 0 ? double.NaN : confidences[(int)regime] / Bars(regime);

    /// <summary>How often one regime was followed by another.</summary>
    /// <param name="from">The one before.</param>
    /// <param name="to">The one after.</param>
    public long Transitions(MarketRegime from, MarketRegime to) => transitions[((int)from * RegimeNames.Count) + (int)to];
}
