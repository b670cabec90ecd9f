using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Regimes;

/// <summary>How long a symbol was in each regime, and how long it stayed at a time.</summary>
public sealed class RegimeOccupancy
{
    private readonly long[] bars = new long[RegimeNames.Count];
    private readonly long[] stays = new long[RegimeNames.Count];
    private readonly long[] stayBars = new long[RegimeNames.Count];

    /// <summary>How many bars were read.</summary>
    public long TotalBars => bars.Sum();

    /// <summary>How often the regime changed.</summary>
    public long Switches => stays.Sum();

    /// <summary>The bars in a regime.</summary>
    /// <param name="regime">One of the seven.</param>
    public long Bars(MarketRegime regime) => bars[(int)regime];

    /// <summary>The share of all bars in a regime; NaN before the first bar.</summary>
    /// <param name="regime">One of the seven.</param>
    public double Share(MarketRegime regime) => TotalBars == 0 ? double.NaN : (double)Bars(regime) / TotalBars;

    /// <summary>How many stays in a regime have ended.</summary>
    /// <param name="regime">One of the seven.</param>
    public long Stays(MarketRegime regime) => stays[(int)regime];

    /// <summary>The mean length of the stays that have ended, in bars; NaN where none has.</summary>
    /// <param name="regime">One of the seven.</param>
    public double MeanDwell(MarketRegime regime) => Stays(regime) == 0 ? double.NaN : (double)stayBars[(int)regime] / Stays(regime);

    internal void Bar(MarketRegime regime) => bars[(int)regime]++;

    internal void Left(MarketRegime regime, long length)
    {
        stays[(int)regime]++;
        stayBars[(int)regime] += length;
    }

    internal void Write(StateWriter writer)
    {
        for (var i = 0; i < RegimeNames.Count; i++)
        {
            writer.Write(bars[i]);
            writer.Write(stays[i]);
            writer.Write(stayBars[i]);
        }
    }

    internal void Read(ref StateReader reader)
    {
        for (var i = 0; i < RegimeNames.Count; i++)
        {
            bars[i] = reader.ReadInt64();
            stays[i] = reader.ReadInt64();
            stayBars[i] = reader.ReadInt64();
        }
    }
}
