using System.Globalization;
using Microsoft.Data.Sqlite;
using Ratchet.Search.Studies;
using SQLitePCL;

namespace Ratchet.Storage.Studies;

/// <summary>Opens study files: looks before it writes, so that a file which is damaged or not ours stays as it is.</summary>
internal static class StudyDatabase
{
    private const int BusySeconds = 30;

    /// <summary>Opens a file for reading and writing, and creates the tables where there are none.</summary>
    /// <exception cref="StudyStorageException">The file is damaged, foreign or of another version.</exception>
    public static SqliteConnection Open(string path)
    {
        Batteries_V2.Init();
        try
        {
            var isNew = !File.Exists(path) || new FileInfo(path).Length == 0;
            if (!isNew)
            {
                RequireHeader(path);
                isNew = IsEmpty(path);
            }

            return OpenWriter(path, isNew);
        }
        catch (SqliteException exception)
        {
            throw new StudyStorageException($"The study file {path} cannot be opened: {exception.Message}", exception);
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 30000");
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
        Span<byte> header = stackalloc byte[16];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.SequenceEqual("SQLite format 3\0"u8))
        {
            throw new StudyStorageException($"The study file {path} is not an SQLite database; it was left as it is.");
        }
    }

    /// <summary>Whether the file holds no tables; throws if it holds other tables than ours or is damaged.</summary>
    private static bool IsEmpty(string path)
    {
        using var connection = Connect(path, SqliteOpenMode.ReadOnly);
        var damage = Scalar(connection, "PRAGMA quick_check(1)") as string;
        if (damage != "ok")
        {
            throw new StudyStorageException($"The study file {path} is damaged ({damage}); it was left as it is.");
        }

        if (Convert.ToInt64(Scalar(connection, "SELECT count(*) FROM sqlite_master"), CultureInfo.InvariantCulture) == 0)
        {
            return true;
        }

        if (Scalar(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'version_info'") is null
            || Scalar(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'trial_intermediate_values'") is null)
        {
            throw new StudyStorageException($"The file {path} is an SQLite database, but holds no studies; it was left as it is.");
        }

        var version = Scalar(connection, "SELECT schema_version FROM version_info");
        if (version is not (long)OptunaSchema.Version)
        {
            throw new StudyStorageException(
                $"The study file {path} has schema {version ?? "unknown"}, but this program reads schema {OptunaSchema.Version}; it was left as it is.");
        }

        // Optuna itself stamps an empty table, so that no row means the present version.
        var hasStamps = Scalar(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'") is not null;
        var stamp = hasStamps ? Scalar(connection, "SELECT version_num FROM alembic_version") as string : null;
        if (stamp is not (null or OptunaSchema.Head or OptunaSchema.FormerHead))
        {
            throw new StudyStorageException(
                $"The study file {path} is at migration '{stamp}', but this program reads '{OptunaSchema.Head}' and '{OptunaSchema.FormerHead}'; it was left as it is.");
        }

        return false;
    }

    private static SqliteConnection OpenWriter(string path, bool isNew)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = NORMAL");
            Execute(connection, "PRAGMA foreign_keys = ON");
            if (isNew)
            {
                CreateTables(connection);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void CreateTables(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        if (command.ExecuteScalar() is 0L)
        {
            command.CommandText = OptunaSchema.Create;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

#pragma warning disable CA2100 // Only constants of this project arrive here.
    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
#pragma warning restore CA2100
}
