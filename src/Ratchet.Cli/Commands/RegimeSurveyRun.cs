using Ratchet.Adaptation.Regimes;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Strategies.Signals;

namespace Ratchet.Cli.Commands;

/// <summary>The regimes of a series, bar by bar, by the rules and by the hidden Markov model.</summary>
/// <param name="Survey">What was counted.</param>
/// <param name="Last">The last reading.</param>
/// <param name="Time">The bars looked at, half-open.</param>
/// <param name="Frame">The bars that are measured: 15 minutes gathered from finer ones, else the series' own.</param>
internal sealed record RegimeSurveyRun(RegimeSurvey Survey, RegimeReading Last, TimeRange Time, TimeFrame Frame)
{
    private const int DayMinutes = 1440;

    private static readonly TimeFrame Usual = new(15);

    /// <summary>Walks over the bars; everything is known at each bar's close, the model being fitted on trailing bars only.</summary>
    public static RegimeSurveyRun Of(BarSeries bars, RegimeOptions options, Features.Regimes.RegimeOptions model, CancellationToken cancellationToken)
    {
        var isFiner = bars.TimeFrame < Usual && Usual.Minutes % bars.TimeFrame.Minutes == 0;
        var frame = isFiner ? Usual : bars.TimeFrame;
        var stream = new MarketContextStream(bars.TimeFrame, new() { ContextFrame = isFiner ? Usual : null }, new HiddenMarkovRegimes(model, frame));
        var detector = new RegimeDetector(options, 1);
        var survey = new RegimeSurvey();
        var perDay = Math.Max(1, DayMinutes / frame.Minutes);
        for (var i = 0; i < bars.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = stream.Current.Bars;
            stream.Update(bars[i]);
            if (stream.Current.Bars != before)
            {
                var context = stream.Current;
                survey.Add(detector.Update(0, bars.OpenTime[i] + bars.TimeFrame.Milliseconds, context, perDay), context.Bull, context.Bear);
            }
        }

        return new(survey, detector.Last(0), new(bars.OpenTime[0], bars.OpenTime[^1] + bars.TimeFrame.Milliseconds), frame);
    }
}
