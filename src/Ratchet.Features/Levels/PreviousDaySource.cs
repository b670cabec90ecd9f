using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>
/// High, low and close of the last full regular session, known from its close to that of the next one. A session whose beginning the feed did not see, or
/// without a bar, gives no level. O(1) a bar.
/// </summary>
/// <param name="days">The market's days.</param>
/// <param name="timeFrame">The length of the bars.</param>
public sealed class PreviousDaySource(MarketDays days, TimeFrame timeFrame) : ILevelSource
{
    private readonly Level[] current = [Level.None(LevelKind.PreviousHigh), Level.None(LevelKind.PreviousLow), Level.None(LevelKind.PreviousClose)];
    private DayProgress progress = new(days);
    private double high = double.NaN;
    private double low = double.NaN;
    private double close = double.NaN;

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
            high = high >= bar.High ? high : bar.High;
            low = low <= bar.Low ? low : bar.Low;
            close = bar.Close;
        }

        Advance(end);
    }

    /// <inheritdoc/>
    public void Advance(long now)
    {
        while (progress.HasBegun && now >= progress.Day.Regular.To)
        {
            var known = progress.Day.Regular.To;
            progress.MoveTo(known);
            if (!double.IsNaN(high))
            {
                var end = progress.Day.Regular.To;
                current[0] = new(LevelKind.PreviousHigh, high, known, end);
                current[1] = new(LevelKind.PreviousLow, low, known, end);
                current[2] = new(LevelKind.PreviousClose, close, known, end);
                (high, low, close) = (double.NaN, double.NaN, double.NaN);
            }
        }
    }
}
