using Ratchet.Hosting.Composition.Paper;

namespace Ratchet.Scenarios.Paper;

/// <summary>Replays a recorded session and reports on it.</summary>
internal static class SessionLook
{
    public static (ReplayResult Replay, SessionReport Report) At(SessionFolder folder)
    {
        var setup = folder.ReadSetup();
        using var reader = folder.OpenReader(setup);
        var strategies = SessionStrategies.Create(setup, []);
        SessionHistory.WarmUp(folder, setup, strategies);
        var replay = SessionReplay.Run(setup.Engine, strategies, SessionStrategies.Adviser(setup), reader, CancellationToken.None);
        return (replay, SessionReporter.Make(setup, reader, CancellationToken.None));
    }
}
