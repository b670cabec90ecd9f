using System.Globalization;
using Microsoft.Data.Sqlite;
using Ratchet.Trading.Journal;
using SQLitePCL;

namespace Ratchet.Storage.Journal;

/// <summary>Opens journal files: looks before it writes, so that a file which is damaged or not ours stays as it is.</summary>
internal static class JournalDatabase
{
    /// <summary>Opens a journal to append to it, and makes it where there is none. A file that a killed process left before its first commit counts as none.</summary>
    /// <exception cref="JournalReadException">The file is damaged, foreign or of another version.</exception>
    public static SqliteConnection OpenWriter(string path, JournalIdentity identity) => Guarded(path, () =>
    {
        RequireHeader(path);
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            var isNew = IsEmpty(connection, path);
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            if (isNew)
            {
                Create(connection, identity);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>Opens a journal to read it, be it written meanwhile.</summary>
    /// <exception cref="JournalReadException">The file is missing, damaged, foreign or of another version.</exception>
    public static SqliteConnection OpenReader(string path) => Guarded(path, () =>
    {
        if (!File.Exists(path))
        {
            throw new JournalReadException($"There is no journal {path}.");
        }

        RequireHeader(path);
        var connection = Connect(path, SqliteOpenMode.ReadOnly);
        try
        {
            return IsEmpty(connection, path) ? throw new JournalReadException($"The journal {path} was never begun.") : connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    public static JournalIdentity ReadIdentity(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT options_hash, code_version, created FROM session";
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2))
            : throw new JournalReadException($"The journal {path} does not say whose it is.");
    }

    /// <summary>What SQLite finds wrong becomes one kind of error.</summary>
    public static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new JournalReadException($"The journal {path} cannot be read: {e.Message}", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new JournalReadException($"The journal {path} may not be opened: {e.Message}", e);
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void RequireHeader(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        Span<byte> header = stackalloc byte[16];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.SequenceEqual("SQLite format 3\0"u8))
        {
            throw new JournalReadException($"The file {path} is no journal: it is not an SQLite database. It was left as it is.");
        }
    }

    private static bool IsEmpty(SqliteConnection connection, string path)
    {
        var application = Number(connection, "PRAGMA application_id");
        var tables = Number(connection, "SELECT count(*) FROM sqlite_master");
        if (application == 0 && tables == 0)
        {
            return true;
        }

        if (application != JournalSchema.Application)
        {
            throw new JournalReadException($"The file {path} is an SQLite database, but no journal. It was left as it is.");
        }

        var version = Number(connection, "PRAGMA user_version");
        if (version != JournalSchema.Version)
        {
            throw new JournalReadException($"The journal {path} has version {version}, but this program reads version {JournalSchema.Version}. It was left as it is.");
        }

        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return command.ExecuteScalar() is "ok" ? false : throw new JournalReadException($"The journal {path} is damaged. It was left as it is.");
    }

    private static void Create(SqliteConnection connection, JournalIdentity identity)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        Execute(connection, JournalSchema.Create);
        using var command = connection.CreateCommand();
        command.CommandText = JournalSchema.InsertSession;
        command.Parameters.AddWithValue("@0", identity.OptionsHash);
        command.Parameters.AddWithValue("@1", identity.CodeVersion);
        command.Parameters.AddWithValue("@2", identity.Created);
        command.ExecuteNonQuery();
        Execute(connection, "COMMIT");
    }

#pragma warning disable CA2100 // Only constants of this project arrive here.
    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
#pragma warning restore CA2100
}
