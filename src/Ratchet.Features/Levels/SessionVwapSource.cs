using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>
/// The volume-weighted average of typical prices (high + low + close) / 3 since the open of the regular session, known at the close of each bar, at most
/// until the session ends. None in a session whose open the feed did not see, from a bar without a volume on, and while nothing was traded. O(1) a bar.
/// </summary>
/// <param name="days">The market's days.</param>
/// <param name="timeFrame">The length of the bars.</param>
/// <param name="maxAgeMinutes">How long a value holds without a new bar, at least 1.</param>
public sealed class SessionVwapSource(MarketDays days, TimeFrame timeFrame, int maxAgeMinutes = 15) : ILevelSource
{
    private readonly Level[] current = [Level.None(LevelKind.SessionVwap)];
    private DayProgress progress = new(days);
    private double money;
    private double volume;

    /// <inheritdoc/>
    public ReadOnlySpan<Level> Current => current;

    /// <inheritdoc/>
    public void Update(in Bar bar)
    {
        progress.Begin(bar.OpenTime);
        Advance(bar.OpenTime);
        var regular = progress.Day.Regular;
        var end = bar.OpenTime + timeFrame.Milliseconds;
        if (bar.OpenTime >= regular.From && end <= regular.To && progress.SawFrom(regular))
        {
            money += (bar.High + bar.Low + bar.Close) / 3 * bar.Volume;
            volume += bar.Volume;
            current[0] = volume > 0
                ? new(LevelKind.SessionVwap, money / volume, end, Math.Min(regular.To, end + (maxAgeMinutes * TimeFrame.Minute1.Milliseconds)))
                : Level.None(LevelKind.SessionVwap);
        }

        Advance(end);
    }

    /// <inheritdoc/>
    public void Advance(long now)
    {
        if (progress.HasBegun && now >= progress.Day.Regular.To)
        {
            progress.MoveTo(now);
            (money, volume) = (0, 0);
        }
    }
}
