using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary>
/// <c>macd</c>, <c>macd_signal</c>, <c>macd_hist</c>: the MACD (12, 26, 9) over the close, so that symbols of any price can share a model;
/// warm-up 33.
/// <c>macd_signal_cross</c>: 1 on the bar where the histogram rises from at most 0 to above it, -1 where it falls from at least 0 to below
/// it, else 0; warm-up 34.
/// On a flat market all are 0. With other periods f, s and g they are named <c>macd_f_s_g</c> and so on, and the warm-ups are s + g - 2 and one more.
/// </summary>
public sealed class MacdFamily : SteppedFamily<MacdStep>
{
    private readonly int fast;
    private readonly int slow;
    private readonly int signal;

    /// <summary>The usual form: 12, 26, 9.</summary>
    public MacdFamily()
        : this(12, 26, 9, string.Empty)
    {
    }

    /// <summary>Other periods, which are in the names.</summary>
    /// <param name="fast">f, at least 1.</param>
    /// <param name="slow">s, above f.</param>
    /// <param name="signal">g, at least 1.</param>
    public MacdFamily(int fast, int slow, int signal)
        : this(fast, slow, signal, $"_{fast}_{slow}_{signal}")
    {
    }

    private MacdFamily(int fast, int slow, int signal, string suffix)
        : base(
        [
            new($"macd{suffix}", FeatureGroup.Technical, $"MACD line (EMA {fast} - EMA {slow}) over the close; 0 when flat.", _ => slow + signal - 2),
            new($"macd_signal{suffix}", FeatureGroup.Technical, $"EMA {signal} of the MACD line, over the close; 0 when flat.", _ => slow + signal - 2),
            new($"macd_hist{suffix}", FeatureGroup.Technical, "MACD line less its signal, over the close; 0 when flat.", _ => slow + signal - 2),
            new($"macd_signal_cross{suffix}", FeatureGroup.Technical, "1 where the MACD line crosses its signal upwards, -1 downwards, else 0.", _ => slow + signal - 1),
        ]) =>
        (this.fast, this.slow, this.signal) = (fast, slow, signal);

    /// <inheritdoc/>
    public override MacdStep Begin(TimeFrame timeFrame)
    {
        ColumnLengths.CheckPeriod(fast);
        ColumnLengths.CheckPeriod(slow, fast + 1);
        ColumnLengths.CheckPeriod(signal);
        return new(new MacdRecurrence(fast, slow, signal));
    }
}
