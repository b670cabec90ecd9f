using Ratchet.Market.Bars;

namespace Ratchet.Features.Levels;

/// <summary>The batch form of <see cref="LevelContextStream"/>. The same numbers bit for bit.</summary>
public static class LevelContexts
{
    /// <summary>The context at the close of every bar.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="days">The market's days.</param>
    /// <param name="levels">For each bar the level as it was known when the bar opened; NaN where there is none.</param>
    /// <param name="options">Bands and periods; null for the defaults.</param>
    /// <param name="output">One element a bar.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static void Compute(BarSeries bars, MarketDays days, ReadOnlySpan<double> levels, LevelContextOptions? options, Span<LevelContext> output)
    {
        ArgumentNullException.ThrowIfNull(bars);
        if (levels.Length != bars.Count || output.Length != bars.Count)
        {
            throw new ArgumentException(
                $"There are {bars.Count} bars, {levels.Length} levels and room for {output.Length} contexts; they must agree.", nameof(levels));
        }

        var stream = new LevelContextStream(days, bars.TimeFrame, options);
        for (var i = 0; i < bars.Count; i++)
        {
            output[i] = stream.Update(bars[i], levels[i]);
        }
    }
}
