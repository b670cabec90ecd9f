using Ratchet.Adaptation.Regimes;
using Ratchet.Market.Bars;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Events;
using Ratchet.Trading.Simulation;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>Scans a symbol once: signals, regimes, agreement, and every profile on every signal. Nothing looks beyond the bar it belongs to.</summary>
internal static class SymbolScanner
{
    private const int MinutesPerDay = 1440;
    private const double MillisecondsPerHour = 3_600_000;

    public static SymbolScan Run(BarSeries bars, ProfileStudyOptions options, CancellationToken cancellationToken)
    {
        var contexts = new MarketContexts(bars.TimeFrame);
        var signals = new SignalSeries[options.Strategies.Count];
        for (var s = 0; s < signals.Length; s++)
        {
            signals[s] = SignalScan.Run(options.Strategies[s].Create(contexts), bars, 0, cancellationToken);

            // All strategies saw the same market; one copy is enough.
            signals[s] = signals[s] with { Context = signals[0].Context };
        }

        var regimes = Regimes(bars, signals[0].Context.Span, options, out var occupancy);
        return new()
        {
            Bars = bars,
            Signals = signals,
            Regimes = regimes,
            Occupancy = occupancy,
            Agreement = Agreement(bars, regimes, options, cancellationToken),
            Entries = Entries(bars, signals, regimes, options, cancellationToken),
        };
    }

    private static MarketRegime[] Regimes(BarSeries bars, ReadOnlySpan<MarketContext> contexts, ProfileStudyOptions options, out RegimeOccupancy occupancy)
    {
        var detector = new RegimeDetector(options.Regimes, 1);
        var perDay = Math.Max(1, MinutesPerDay / bars.TimeFrame.Minutes);
        var regimes = new MarketRegime[bars.Count];
        for (var i = 0; i < regimes.Length; i++)
        {
            regimes[i] = detector.Update(0, bars.OpenTime[i] + bars.TimeFrame.Milliseconds, contexts[i], perDay).Regime;
        }

        occupancy = detector.Occupancy(0);
        return regimes;
    }

    private static RegimeAgreement? Agreement(BarSeries bars, MarketRegime[] regimes, ProfileStudyOptions options, CancellationToken cancellationToken)
    {
        if (options.MarkovRegimes is not { } model)
        {
            return null;
        }

        var source = new HiddenMarkovRegimes(model, bars.TimeFrame);
        var counts = new long[9];
        for (var i = 0; i < regimes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            source.Update(bars[i], out var bull, out var bear);
            var (rule, state) = (RegimeAgreement.ClassOf(regimes[i]), RegimeAgreement.ClassOf(bull, bear));
            if (rule >= 0 && state >= 0)
            {
                counts[(rule * 3) + state]++;
            }
        }

        return new(counts);
    }

    private static List<StudyEntry> Entries(
        BarSeries bars, SignalSeries[] signals, MarketRegime[] regimes, ProfileStudyOptions options, CancellationToken cancellationToken)
    {
        var profiles = options.Profiles;
        var book = new ShadowBook(options.Venue, 1);
        var opened = new List<(int Row, int Strategy, double CostShare, ShadowOutcome?[] Outcomes)>();
        var closed = new List<ShadowOutcome>();
        var roundTrip = 2 * (options.Venue.TakerFee + (options.Venue.SlippageBps * 1e-4));
        for (var row = 0; row < bars.Count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            book.BarClosed(0, bars[row], closed);
            var time = bars.OpenTime[row] + bars.TimeFrame.Milliseconds;
            for (var s = 0; s < signals.Length; s++)
            {
                var signal = signals[s].At(row, s, bars.Close[row]);
                var rules = options.Strategies[s].Rules;
                if (signal.Side == 0 || !(signal.Confidence >= rules.ConfidenceThreshold) || !(Math.Abs(signal.Momentum) >= rules.MomentumThreshold)
                    || !(signal.Distance > 0 && double.IsFinite(signal.Distance)))
                {
                    continue;
                }

                for (var p = 0; p < profiles.Count; p++)
                {
                    book.Open(0, signal.Side, signal.Distance, profiles[p].Exits, ((long)opened.Count * profiles.Count) + p, time);
                }

                opened.Add((row, s, roundTrip * bars.Close[row] / signal.Distance, new ShadowOutcome?[profiles.Count]));
            }
        }

        book.EndOfData(0, closed);
        foreach (var outcome in closed)
        {
            opened[(int)(outcome.Tag / profiles.Count)].Outcomes[(int)(outcome.Tag % profiles.Count)] = outcome;
        }

        var entries = new List<StudyEntry>(opened.Count);
        foreach (var (row, strategy, costShare, outcomes) in opened)
        {
            // A signal on the last bar has no next open.
            if (outcomes.All(o => o is not null))
            {
                entries.Add(new()
                {
                    Time = bars.OpenTime[row] + bars.TimeFrame.Milliseconds,
                    Symbol = 0,
                    Strategy = strategy,
                    Regime = regimes[row],
                    CostShare = costShare,
                    Results = [.. outcomes.Select(o => o!.Value.ResultInR)],
                    KnownAt = [.. outcomes.Select(o => o!.Value.ExitTime + bars.TimeFrame.Milliseconds)],
                    Hours = [.. outcomes.Select(o => (o!.Value.ExitTime - o.Value.EntryTime) / MillisecondsPerHour)],
                });
            }
        }

        return entries;
    }
}
