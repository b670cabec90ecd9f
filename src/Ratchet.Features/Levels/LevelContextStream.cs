using Ratchet.Features.OrderFlow;
using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>
/// The context of one level: distance in average true ranges, touches so far, time of day, volatility. A touch begins with a bar whose range comes within
/// the touch band after one that lay wholly outside the monitor band, and counts once; counting begins anew with each market day. O(1) a bar; not safe
/// for several threads.
/// </summary>
public sealed class LevelContextStream
{
    private readonly MarketDays days;
    private readonly TimeFrame timeFrame;
    private readonly LevelContextOptions options;
    private readonly double[] returns;
    private AtrStep range;
    private CompensatedSum sum;
    private CompensatedSum squares;
    private MarketDay day;
    private double closeBefore = double.NaN;
    private long seen;
    private int touches;
    private bool armed;
    private bool begun;

    /// <summary>A stream without bars.</summary>
    /// <param name="days">The market's days.</param>
    /// <param name="timeFrame">The length of the bars.</param>
    /// <param name="options">Bands and periods; null for the defaults.</param>
    public LevelContextStream(MarketDays days, TimeFrame timeFrame, LevelContextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(days);
        this.days = days;
        this.timeFrame = timeFrame;
        this.options = options ?? new();
        this.options.Validate();
        returns = new double[this.options.VolatilityPeriod];
        range = new(this.options.AtrPeriod);
    }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">The bar; opening times rise.</param>
    /// <param name="level">The level as it was known when the bar opened; NaN where there is none.</param>
    public LevelContext Update(in Bar bar, double level)
    {
        var end = bar.OpenTime + timeFrame.Milliseconds;
        if (!begun || bar.OpenTime >= day.Regular.To)
        {
            day = days.From(bar.OpenTime);
            touches = 0;
            begun = true;
        }

        if (bar.Low > level + options.MonitorBand || bar.High < level - options.MonitorBand)
        {
            armed = true;
        }
        else if (armed && bar.Low <= level + options.TouchBand && bar.High >= level - options.TouchBand)
        {
            armed = false;
            touches++;
        }

        TakeReturn(Math.Log(bar.Close / closeBefore));
        closeBefore = bar.Close;
        var length = day.Regular.To - day.Regular.From;
        var since = end - day.Regular.From;
        return new(
            level - bar.Close,
            range.Update(bar.High, bar.Low, bar.Close),
            double.IsNaN(level) ? double.NaN : touches,
            since / 60_000.0,
            since < 0 ? double.NaN : since / (double)length,
            Volatility());
    }

    private void TakeReturn(double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        var slot = seen % returns.Length;
        if (seen >= returns.Length)
        {
            sum.Add(-returns[slot]);
            squares.Add(-returns[slot] * returns[slot]);
        }

        returns[slot] = value;
        sum.Add(value);
        squares.Add(value * value);
        seen++;
    }

    private double Volatility()
    {
        if (seen < returns.Length)
        {
            return double.NaN;
        }

        var n = returns.Length;
        return Math.Sqrt(Math.Max(0, (squares.Value - (sum.Value * sum.Value / n)) / (n - 1)));
    }
}
