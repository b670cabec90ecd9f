using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Storage.Journal;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet replay</c>: runs a recorded session once more and compares.</summary>
internal static class SessionCommands
{
    public static Command Replay(CommandContext context, CancellationToken cancellationToken)
    {
        var session = Session();
        var json = Json();
        var command = new Command("replay", "Run a recorded paper session once more through a fresh engine and fresh strategies, and compare every decision, order and fill.") { session, json };
        command.SetAction(parsed =>
        {
            var (folder, setup, reader) = Open(parsed.GetValue(session), "replay");
            using (reader)
            {
                reader.Verify();
                var strategies = SessionStrategies.Create(setup, context.Families);
                SessionHistory.WarmUp(folder, setup, strategies);
                var result = SessionReplay.Run(setup.Engine, strategies, SessionStrategies.Adviser(setup), reader, cancellationToken);
                ReplayText.Write(context, result, parsed.GetValue(json));
                return result.IsIdentical ? ExitCode.Done : ExitCode.Refused;
            }
        });
        return command;
    }

    public static Option<string?> Session() => new("--session") { Description = "Folder of a paper session." };

    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON to standard output." };

    /// <summary>Opens a session for looking at it, be it traded meanwhile.</summary>
    public static (SessionFolder Folder, SessionSetup Setup, SqliteJournalReader Reader) Open(string? path, string command)
    {
        var folder = new SessionFolder(path is { Length: > 0 } ? path : throw new UsageException($"'ratchet {command}' needs --session FOLDER, the folder of a paper session."));
        var setup = folder.ReadSetup();
        return (folder, setup, folder.OpenReader(setup));
    }
}
