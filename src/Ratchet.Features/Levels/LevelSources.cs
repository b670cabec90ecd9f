using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>The sources that ship.</summary>
public static class LevelSources
{
    /// <summary>New sources of every kind; round numbers where a step is set.</summary>
    /// <param name="days">The market's days.</param>
    /// <param name="timeFrame">The length of the bars; one minute for the averages of one-minute closes.</param>
    /// <param name="options">Options; null for the defaults.</param>
    public static IReadOnlyList<ILevelSource> All(MarketDays days, TimeFrame timeFrame, LevelOptions? options = null)
    {
        options ??= new();
        options.Validate();
        List<ILevelSource> sources =
        [
            SessionRangeSource.PreMarket(days, timeFrame),
            SessionRangeSource.OpeningRange(days, timeFrame, options.OpeningRangeMinutes),
            AverageSource.Of200(timeFrame, options.MaxAgeMinutes),
            AverageSource.Of400(timeFrame, options.MaxAgeMinutes),
            new PreviousDaySource(days, timeFrame),
            new SessionVwapSource(days, timeFrame, options.MaxAgeMinutes),
        ];
        if (options.RoundStep is { } step)
        {
            sources.Add(new RoundNumberSource(timeFrame, step, options.MaxAgeMinutes));
        }

        return sources;
    }
}
