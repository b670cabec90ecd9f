using System.Diagnostics;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Benchmarks.Storage;
using Ratchet.Market.Bars;
using Ratchet.Storage.Journal;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Benchmarks.Trading;

/// <summary>
/// JOURNAL: the commit of one decision (a bar, four signals, eight audit records) to the SQLite journal, flushed to the disk, one decision a commit; then the rate at
/// which events go in by groups of a thousand decisions, and at which the chain is checked. RATCHET_IMPORT_FOLDER names the disk.
/// </summary>
internal static class JournalCases
{
    private const int Commits = 1000;
    private const int Signals = 4;
    private const int Records = 8;

    public static CaseResult Commit(BenchmarkContext context)
    {
        using var folder = new BenchmarkFolder();
        var milliseconds = new double[Commits];
        var path = folder.PathOf("journal.db");
        JournalIdentity identity = new("bench", "1", 0);
        using (var journal = SqliteJournal.Open(path, identity))
        {
            long sequence = 0;
            for (var k = -20; k < Commits; k++)
            {
                Append(journal, ref sequence);
                var start = Stopwatch.GetTimestamp();
                journal.Commit();
                if (k >= 0)
                {
                    milliseconds[k] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }
        }

        var spread = Spread.Of(milliseconds);
        var grouped = Grouped(folder.PathOf("grouped.db"), identity, out var checking);
        return new(
            spread,
            [
                new("p99_ms", milliseconds[Commits * 99 / 100]), new("grouped_k_events_per_s", grouped / 1e3), new("check_us_per_record", checking),
                new("bytes_per_decision", (double)new FileInfo(path).Length / (Commits + 20)),
            ]);
    }

    private static double Grouped(string path, JournalIdentity identity, out double checking)
    {
        const int Groups = 20;
        const int Decisions = 1000;
        long sequence = 0;
        double seconds;
        using (var journal = SqliteJournal.Open(path, identity))
        {
            seconds = Spread.OfOne(() =>
            {
                for (var g = 0; g < Groups; g++)
                {
                    for (var d = 0; d < Decisions; d++)
                    {
                        Append(journal, ref sequence);
                    }

                    journal.Commit();
                }
            });
        }

        using var reader = new SqliteJournalReader(path);
        checking = Spread.OfOne(reader.Verify) * 1e6 / (Groups * Decisions * (1.0 + Signals + Records));
        return sequence / seconds;
    }

    private static void Append(SqliteJournal journal, ref long sequence)
    {
        var time = sequence * 60_000;
        journal.Append(TradingEvent.OfBar(sequence++, time, 0, new Bar(time, 100, 101, 99, 100, 5)));
        for (var s = 0; s < Signals; s++)
        {
            journal.Append(TradingEvent.OfSignal(sequence++, time, 0, new Signal(s, 0, 0.5, 0, 1, double.NaN, 1, 0, 0, MarketContext.Unknown)));
            for (var r = 0; r < Records / Signals; r++)
            {
                journal.Write(new() { Kind = AuditKind.Considered, Reason = AuditReason.NoSide, Event = sequence - 1, Time = time, Strategy = s, Value = r });
            }
        }
    }
}
