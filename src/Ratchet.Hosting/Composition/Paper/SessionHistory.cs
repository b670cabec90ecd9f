using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;
using Ratchet.Trading.Engine;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// The bars before the first traded one. They are kept in the session's folder, so that a restart and a replay warm the strategies up with the same ones. Strategies see
/// them; the engine does not, so that nothing is ever traded on them.
/// </summary>
public static class SessionHistory
{
    /// <summary>Keeps the last bars before a time.</summary>
    /// <param name="store">The session's history.</param>
    /// <param name="bars">Bars of an instrument.</param>
    /// <param name="before">The opening time of the first bar that is traded.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="source">Where they came from, in words.</param>
    public static SessionHistoryEntry Keep(BarStore store, BarSeries bars, long before, int count, string source)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(bars);
        var end = LowerBound(bars, before);
        var start = Math.Max(0, end - count);
        if (end == start)
        {
            return new(bars.Symbol.Name, 0, 0, 0, string.Empty);
        }

        var kept = bars.Slice(new IndexRange(start, end));
        return Entry(store.Save(kept, source, synthetic: false));
    }

    /// <summary>What the history holds of an instrument now.</summary>
    /// <param name="store">The session's history.</param>
    /// <param name="instrument">The instrument.</param>
    public static SessionHistoryEntry Of(BarStore store, InstrumentRules instrument)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(instrument);
        var manifest = store.List().FirstOrDefault(m => m.Symbol == instrument.Symbol && m.TimeFrame == instrument.Frame);
        return manifest is null ? new(instrument.Symbol.Name, 0, 0, 0, string.Empty) : Entry(manifest);
    }

    /// <summary>Shows the history to strategies, in the order of the bars' closes; at equal closes by the instruments' order.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="setup">The session's setup.</param>
    /// <param name="strategies">Fresh strategies.</param>
    /// <returns>The opening time of the last bar of each instrument; the smallest number where there is none.</returns>
    /// <exception cref="SessionRefusedException">The history is not the one that the session began with.</exception>
    public static long[] WarmUp(SessionFolder folder, SessionSetup setup, IReadOnlyList<ITradingStrategy> strategies)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(strategies);
        var instruments = setup.Engine.Instruments;
        var last = new long[instruments.Count];
        Array.Fill(last, long.MinValue);
        var opened = new StoredBars?[instruments.Count];
        try
        {
            for (var i = 0; i < instruments.Count; i++)
            {
                if (i >= setup.History.Count || setup.History[i].Bars == 0)
                {
                    continue;
                }

                opened[i] = folder.History.Load(instruments[i].Symbol, instruments[i].Frame);
                if (opened[i]!.Manifest.ContentHash != setup.History[i].ContentHash)
                {
                    throw new SessionRefusedException(
                        $"The history of {instruments[i].Symbol} in {folder.History.Root} is not the one that the session began with; restore the folder from a backup, or begin a new session.");
                }

                last[i] = setup.History[i].Last;
            }

            Show(opened, instruments, strategies);
            return last;
        }
        finally
        {
            foreach (var bars in opened)
            {
                bars?.Dispose();
            }
        }
    }

    internal static int LowerBound(BarSeries bars, long time)
    {
        var index = bars.OpenTime.BinarySearch(time);
        return index < 0 ? ~index : index;
    }

    private static void Show(StoredBars?[] opened, IReadOnlyList<InstrumentRules> instruments, IReadOnlyList<ITradingStrategy> strategies)
    {
        var rows = new int[opened.Length];
        while (true)
        {
            var next = -1;
            var close = long.MaxValue;
            for (var i = 0; i < opened.Length; i++)
            {
                if (opened[i] is { } bars && rows[i] < bars.Series.Count && bars.Series.OpenTime[rows[i]] + instruments[i].Frame.Milliseconds < close)
                {
                    (next, close) = (i, bars.Series.OpenTime[rows[i]] + instruments[i].Frame.Milliseconds);
                }
            }

            if (next < 0)
            {
                return;
            }

            var bar = opened[next]!.Series[rows[next]++];
            for (var s = 0; s < strategies.Count; s++)
            {
                strategies[s].Update(next, bar, s, out _);
            }
        }
    }

    private static SessionHistoryEntry Entry(BarManifest manifest) =>
        new(manifest.Symbol.Name, manifest.Rows, manifest.FirstOpenTime, manifest.LastOpenTime, manifest.ContentHash);
}
