using Ratchet.Storage.Journal;
using Ratchet.Trading.Engine;

namespace Ratchet.KillHost.Sessions;

/// <summary>Runs the script on a journal file, from its beginning or from where the file ends.</summary>
internal static class ScriptRun
{
    private const long StateInterval = 24;

    private static readonly JournalIdentity Identity = new("script", "1", 0);

    /// <summary>Runs to the end.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="steps">How many bars each symbol has.</param>
    /// <param name="boundaries">Counts the write boundaries, and stops the process at one of them.</param>
    /// <param name="began">Called when the session is ready.</param>
    public static Outcome ToEnd(string path, int steps, Boundaries boundaries, Action? began = null)
    {
        using var journal = SqliteJournal.Open(path, Identity);
        journal.Reached = boundaries.Reach;
        var session = SessionRecovery.Recover(
            Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), journal, new BoundedJournal(journal, boundaries)).Session;
        session.StateInterval = StateInterval;
        began?.Invoke();
        var inputs = Script.MakeInputs(steps);
        for (var i = (int)session.Inputs; i < inputs.Count; i++)
        {
            inputs[i].Give(session);
            if (inputs[i].Commits)
            {
                session.Commit();
            }
        }

        return Outcome.Of(session.Engine, journal);
    }
}
