using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>Which market day it is while time passes, and whether the feed has been there since the beginning of a part of it.</summary>
internal struct DayProgress(MarketDays days)
{
    private long began = long.MinValue;

    public MarketDay Day { get; private set; }

    public readonly bool HasBegun => began != long.MinValue;

    /// <summary>Whether the feed began no later than a part of the day.</summary>
    public readonly bool SawFrom(TimeRange part) => began <= part.From;

    public void Begin(long time)
    {
        if (!HasBegun)
        {
            began = time;
            Day = days.From(time);
        }
    }

    public void MoveTo(long time) => Day = days.From(time);
}
