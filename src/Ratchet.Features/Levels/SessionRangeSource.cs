using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>
/// The high and low of a part of each day, known from its end (never while it runs) to the close of the regular session: pre-market, or the opening
/// range. Only bars that lie in the part as a whole count. A part whose beginning the feed did not see, or without a bar, gives no level. O(1) a bar.
/// </summary>
public sealed class SessionRangeSource : ILevelSource
{
    private readonly Level[] current;
    private readonly TimeFrame timeFrame;
    private readonly int openingMinutes;
    private DayProgress progress;
    private double high = double.NaN;
    private double low = double.NaN;

    private SessionRangeSource(MarketDays days, TimeFrame timeFrame, int openingMinutes, LevelKind high, LevelKind low)
    {
        ArgumentNullException.ThrowIfNull(days);
        progress = new(days);
        this.timeFrame = timeFrame;
        this.openingMinutes = openingMinutes;
        current = [Level.None(high), Level.None(low)];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<Level> Current => current;

    private TimeRange Part => openingMinutes == 0
        ? progress.Day.PreMarket
        : new(progress.Day.Regular.From, Math.Min(progress.Day.Regular.To, progress.Day.Regular.From + (openingMinutes * TimeFrame.Minute1.Milliseconds)));

    /// <summary>High and low before the regular session.</summary>
    /// <param name="days">The market's days.</param>
    /// <param name="timeFrame">The length of the bars.</param>
    public static SessionRangeSource PreMarket(MarketDays days, TimeFrame timeFrame) =>
        new(days, timeFrame, 0, LevelKind.PreMarketHigh, LevelKind.PreMarketLow);

    /// <summary>High and low of the first minutes of the regular session.</summary>
    /// <param name="days">The market's days.</param>
    /// <param name="timeFrame">The length of the bars.</param>
    /// <param name="minutes">How many minutes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer minutes than 1.</exception>
    public static SessionRangeSource OpeningRange(MarketDays days, TimeFrame timeFrame, int minutes = 15)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        return new(days, timeFrame, minutes, LevelKind.OpeningRangeHigh, LevelKind.OpeningRangeLow);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar)
    {
        progress.Begin(bar.OpenTime);
        Advance(bar.OpenTime);
        var part = Part;
        var close = bar.OpenTime + timeFrame.Milliseconds;
        if (bar.OpenTime >= part.From && close <= part.To && progress.SawFrom(part))
        {
            high = high >= bar.High ? high : bar.High;
            low = low <= bar.Low ? low : bar.Low;
        }

        Advance(close);
    }

    /// <inheritdoc/>
    public void Advance(long now)
    {
        if (!progress.HasBegun)
        {
            return;
        }

        while (now >= Part.To)
        {
            if (!double.IsNaN(high))
            {
                current[0] = new(current[0].Kind, high, Part.To, progress.Day.Regular.To);
                current[1] = new(current[1].Kind, low, Part.To, progress.Day.Regular.To);
                (high, low) = (double.NaN, double.NaN);
            }

            if (now < progress.Day.Regular.To)
            {
                return;
            }

            progress.MoveTo(now);
        }
    }
}
