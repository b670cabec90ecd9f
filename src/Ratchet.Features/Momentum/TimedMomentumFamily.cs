using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Momentum;

/// <summary>
/// <c>momentum_T</c>: the return of the close over a length of time T, as a fraction; 0 on a flat market. T is taken as the nearest whole
/// number of bars, at least one
/// (halves go to the even number), and counted in bars, whatever bars are missing. On bars longer than T it falls back to one bar, and the
/// descriptor's remark says so. Warm-up: that number of bars.
/// </summary>
/// <param name="span">T.</param>
public sealed class TimedMomentumFamily(TimeFrame span) : SteppedFamily<ReturnStep>(
[
    new(
        $"momentum_{span}",
        FeatureGroup.Technical,
        $"Return of the close over {span}, as a fraction; over one bar where bars are longer.",
        frame => BarsIn(span, frame))
    {
        Remark = frame => Note(span, frame),
    },
])
{
    /// <inheritdoc/>
    public override ReturnStep Begin(TimeFrame timeFrame) => new(BarsIn(span, timeFrame), 1);

    private static int BarsIn(TimeFrame span, TimeFrame frame) => Math.Max(1, (int)Math.Round((double)span.Minutes / frame.Minutes));

    private static string? Note(TimeFrame span, TimeFrame frame)
    {
        var bars = BarsIn(span, frame);
        return frame > span
            ? $"its period of {span} is shorter than a bar of {frame}; it is taken over one bar."
            : bars * frame.Minutes != span.Minutes
            ? $"its period of {span} is no whole number of bars of {frame}; it is taken over {bars} bars."
            : null;
    }
}
