using Ratchet.Market.Bars;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// Simulates a session anew from bars of another source, with a feed without faults, and says of every bar whether the same was decided, ordered and filled, and if not,
/// why. The first cause that holds counts: data, model, timing, fill; a bar that has none of its own takes the cause of the difference before it.
/// </summary>
public static class SessionParity
{
    /// <summary>Compares.</summary>
    /// <param name="setup">The session's setup.</param>
    /// <param name="reader">Its journal.</param>
    /// <param name="series">The bars to simulate: of each instrument those of its time frame, and finer ones where orders fill on them.</param>
    /// <param name="strategies">Fresh strategies, warmed up as those of the session were.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A series is missing.</exception>
    /// <exception cref="JournalReadException">The journal is damaged.</exception>
    public static async Task<ParityReport> RunAsync(
        SessionSetup setup, IJournalReader reader, IReadOnlyList<BarSeries> series, IReadOnlyList<ITradingStrategy> strategies, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(reader);
        var recorded = Recorded(setup.Engine, reader, cancellationToken);
        if (recorded.Count == 0)
        {
            return new([], []);
        }

        var close = reader.ReadEvents(0, reader.NextSequence).LastOrDefault(e => e.Kind != EventKind.Feed).Detail as Command;
        var simulated = await SimulateAsync(setup, recorded, series, strategies, close, cancellationToken);
        return Compare(setup.Engine, recorded, simulated);
    }

    private static SortedDictionary<(long OpenTime, int Symbol), BarDeeds> Recorded(EngineOptions options, IJournalReader reader, CancellationToken cancellationToken)
    {
        var recorder = new DeedsRecorder(options);
        using var audit = reader.ReadAudit(0, reader.NextSequence).GetEnumerator();
        var more = audit.MoveNext();
        foreach (var e in reader.ReadEvents(0, reader.NextSequence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            recorder.Append(e);
            for (; more && audit.Current.Event <= e.Sequence; more = audit.MoveNext())
            {
                recorder.Write(audit.Current.Decode());
            }
        }

        return recorder.Deeds;
    }

    private static async Task<SortedDictionary<(long OpenTime, int Symbol), BarDeeds>> SimulateAsync(
        SessionSetup setup,
        SortedDictionary<(long OpenTime, int Symbol), BarDeeds> recorded,
        IReadOnlyList<BarSeries> series,
        IReadOnlyList<ITradingStrategy> strategies,
        Command? close,
        CancellationToken cancellationToken)
    {
        var options = setup.Engine with { Limits = setup.Engine.Limits with { RequireReadiness = false } };
        var recorder = new DeedsRecorder(options);
        var session = new TradingSession(new TradingEngine(options), strategies, SessionStrategies.Adviser(setup with { Engine = options }), recorder, 0);
        var (first, last) = (recorded.First().Key.OpenTime, recorded.Last().Key.OpenTime);
        var subscriptions = new List<FeedSubscription>();
        for (var i = 0; i < options.Instruments.Count; i++)
        {
            if (setup.Fine is { } fine)
            {
                subscriptions.Add(new(options.Instruments[i].Symbol, fine, first - 1));
            }

            subscriptions.Add(new(options.Instruments[i].Symbol, options.Instruments[i].Frame, first - 1));
        }

        var clock = new ReplayClock(TimeProvider.System, first, double.PositiveInfinity);
        await foreach (var told in new ReplayFeed(series, clock).ReadAsync(subscriptions, cancellationToken))
        {
            if (told is not BarClosed closed)
            {
                continue;
            }

            var symbol = 0;
            while (options.Instruments[symbol].Symbol != closed.Symbol)
            {
                symbol++;
            }

            var isFine = closed.TimeFrame != options.Instruments[symbol].Frame;
            if (closed.Bar.OpenTime + closed.TimeFrame.Milliseconds > last + options.Instruments[symbol].Frame.Milliseconds)
            {
                continue;
            }

            session.BarClosed(told.At, symbol, closed.Bar, isFine);
        }

        if (close is { Kind: CommandKind.EndOfData })
        {
            session.Commanded(session.Time, -1, close);
        }

        return recorder.Deeds;
    }

    private static ParityReport Compare(
        EngineOptions options, SortedDictionary<(long OpenTime, int Symbol), BarDeeds> recorded, SortedDictionary<(long OpenTime, int Symbol), BarDeeds> simulated)
    {
        var differences = new List<ParityDifference>();
        var days = new SortedDictionary<long, (int Bars, int Identical, Dictionary<DifferenceCause, int> Causes)>();
        var data = new bool[options.Instruments.Count];
        DifferenceCause? before = null;
        foreach (var key in recorded.Keys.Union(simulated.Keys).Order())
        {
            var difference = Of(key, recorded.GetValueOrDefault(key), simulated.GetValueOrDefault(key), data, ref before);
            var day = key.OpenTime - (key.OpenTime % UtcTime.MillisecondsPerDay);
            var (bars, identical, causes) = days.TryGetValue(day, out var there) ? there : (0, 0, []);
            if (difference is not null)
            {
                differences.Add(difference);
                causes[difference.Cause] = causes.GetValueOrDefault(difference.Cause) + 1;
            }

            days[day] = (bars + 1, identical + (difference is null ? 1 : 0), causes);
        }

        return new([.. days.Select(d => new ParityDay(d.Key, d.Value.Bars, d.Value.Identical, d.Value.Causes))], differences);
    }

    private static ParityDifference? Of((long OpenTime, int Symbol) key, BarDeeds? session, BarDeeds? simulation, bool[] data, ref DifferenceCause? before)
    {
        if (session is null || simulation is null || !Same(session.Bar, simulation.Bar))
        {
            data[key.Symbol] = true;
            before = DifferenceCause.Data;
            var text = session is null ? "the session has no such bar" : simulation is null ? "the other source has no such bar" : $"bar: {session.Bar} and {simulation.Bar}";
            return new(key.OpenTime, key.Symbol, DifferenceCause.Data, false, text);
        }

        if (First(session.Words, simulation.Words) is { } word)
        {
            // Indicators remember: after bars that differ, other words are the data's.
            before = data[key.Symbol] ? DifferenceCause.Data : DifferenceCause.Model;
            return new(key.OpenTime, key.Symbol, before.Value, data[key.Symbol], $"signal: {word}");
        }

        if ((First(session.Verdicts, simulation.Verdicts) ?? First(session.Deals, simulation.Deals)) is not { } deed)
        {
            return null;
        }

        var isTiming = session.Late || (session.Hindered && !simulation.Hindered);
        var own = isTiming ? DifferenceCause.Timing : before is null ? DifferenceCause.Fill : (DifferenceCause?)null;
        before = own ?? before;
        return new(key.OpenTime, key.Symbol, before!.Value, own is null, deed);
    }

    private static bool Same(in Bar a, in Bar b) =>
        (a.Open, a.High, a.Low, a.Close, a.Volume) == (b.Open, b.High, b.Low, b.Close, b.Volume);

    private static string? First(List<string> session, List<string> simulation)
    {
        for (var i = 0; i < Math.Max(session.Count, simulation.Count); i++)
        {
            var (a, b) = (session.ElementAtOrDefault(i), simulation.ElementAtOrDefault(i));
            if (a != b)
            {
                return $"{a ?? "nothing"} | {b ?? "nothing"}";
            }
        }

        return null;
    }
}
