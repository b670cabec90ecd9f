using System.Buffers;
using System.Security.Cryptography;
using Ratchet.Storage.Journal;
using Ratchet.Storage.State;
using Ratchet.Trading.Engine;

namespace Ratchet.KillHost.Sessions;

/// <summary>Runs the script with the adaptive layer, whose state is kept in files beside the journal. The outcome's state holds the adaptive layer's bytes too.</summary>
internal static class AdaptiveRun
{
    private static readonly JournalIdentity Identity = new("adaptive script", "1", 0);

    public static Outcome ToEnd(string path, int steps, Action? began = null)
    {
        using var journal = SqliteJournal.Open(path, Identity);
        var folder = path + ".state";
        Directory.CreateDirectory(folder);
        using var log = new SqliteDecisionLog(Path.Combine(folder, SqliteDecisionLog.FileName));
        var store = AdaptiveStore.Open(folder, folder, () => AdaptiveScript.MakeAdviser(log), "script", 0, journal.NextSequence);
        var session = SessionRecovery.Recover(
            Script.Options, Script.MakeStrategies(), store.Adviser, journal, journal, adviserFrom: store.From).Session;
        session.StateInterval = 24;
        began?.Invoke();
        var inputs = Script.MakeInputs(steps);
        for (var i = (int)session.Inputs; i < inputs.Count; i++)
        {
            inputs[i].Give(session);
            if (inputs[i].Commits)
            {
                session.Commit();
                log.Commit();
                store.Committed(session.NextSequence);
            }
        }

        log.Commit();
        var outcome = Outcome.Of(session.Engine, journal);
        return outcome with { State = $"{outcome.State}+{Hash(store)}+{log.Read().Count}+{log.Read().Sum(d => d.Simulated.Count + (d.Reward is null ? 0 : 1))}" };
    }

    private static string Hash(AdaptiveStore store)
    {
        var bytes = new ArrayBufferWriter<byte>();
        store.Adviser.Write(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan).AsSpan(0, 12));
    }
}
