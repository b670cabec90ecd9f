using Microsoft.Data.Sqlite;
using Ratchet.KillHost.Sessions;
using Ratchet.Storage.Journal;
using Ratchet.Trading.Engine;

namespace Ratchet.Storage.Tests.Journal;

/// <summary>A journal file of its own that goes away with the test, and ways to write it honestly and otherwise.</summary>
internal sealed class JournalFile : IDisposable
{
    public static readonly JournalIdentity Identity = new("script", "1", 5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-journal-");

    public string Path => System.IO.Path.Combine(folder.FullName, "journal.db");

    public SqliteJournal Open(bool verify = true) => SqliteJournal.Open(Path, Identity, verify);

    public SqliteJournalReader Read() => new(Path);

    /// <summary>Runs the script's first inputs into the file, and leaves it properly.</summary>
    public void Fill(int inputs = 60, long stateInterval = 20)
    {
        using var journal = Open();
        Run(Recover(journal, stateInterval), Script.MakeInputs(40), inputs);
    }

    public static TradingSession Recover(SqliteJournal journal, long stateInterval = 20)
    {
        var session = SessionRecovery.Recover(Script.Options, Script.MakeStrategies(), Script.MakeAdviser(), journal, journal, cancellationToken: TestContext.Current.CancellationToken).Session;
        session.StateInterval = stateInterval;
        return session;
    }

    public static void Run(TradingSession session, IReadOnlyList<ScriptInput> inputs, int until)
    {
        for (var i = (int)session.Inputs; i < until; i++)
        {
            inputs[i].Give(session);
            if (inputs[i].Commits || i == until - 1)
            {
                session.Commit();
            }
        }
    }

    /// <summary>Does to the file what a stranger does, past the triggers that keep it.</summary>
    public void Tamper(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            DROP TRIGGER session_keeps; DROP TRIGGER session_stays; DROP TRIGGER events_keep; DROP TRIGGER events_stay; DROP TRIGGER audit_keeps;
            DROP TRIGGER audit_stays; DROP TRIGGER states_keep; DROP TRIGGER states_stay;
            """;
        command.ExecuteNonQuery();
        Execute(connection, sql);
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Tests write their own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
