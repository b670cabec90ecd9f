namespace Ratchet.Market.Bars;

/// <summary>Bars of a longer time frame, and what they lack.</summary>
/// <param name="Bars">The bars that are closed: the source reaches to their end.</param>
/// <param name="IncompleteLast">The bar that is still forming at the source's end; never in <paramref name="Bars"/>. Null where the source ends on a boundary.</param>
/// <param name="PartialBars">How many closed bars were formed from fewer source bars than their length holds, because some are missing.</param>
/// <param name="MissingSourceBars">How many source bars those bars lack, by the clock; a market that closes lacks them for good reason.</param>
public sealed record ResampledBars(BarSeries Bars, Bar? IncompleteLast, int PartialBars, long MissingSourceBars)
{
    /// <summary>The first bar where the source begins within it, so that its beginning is not known; never in <see cref="Bars"/>. Null where the source begins on a boundary.</summary>
    public Bar? IncompleteFirst { get; init; }

    /// <summary>
    /// How many bars have no volume and stand at the close of the bar before: those that are made of nothing but bars that a repair filled in, and those of a
    /// market in which nothing was traded.
    /// </summary>
    public int StillBars
    {
        get
        {
            var count = 0;
            for (var i = 1; i < Bars.Count; i++)
            {
                var close = Bars.Close[i - 1];
                count += Bars.Volume[i] == 0 && Bars.Open[i] == close && Bars.High[i] == close && Bars.Low[i] == close && Bars.Close[i] == close ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Source bars that lie in no session of the calendar, and are in no bar; 0 where bars are aligned to UTC.</summary>
    public int OutsideSessions { get; init; }
}
