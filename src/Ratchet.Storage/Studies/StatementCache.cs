using Microsoft.Data.Sqlite;

namespace Ratchet.Storage.Studies;

/// <summary>Prepared statements of one connection, by their text; parameters are @0, @1, … in order. Used under the storage's lock.</summary>
internal sealed class StatementCache(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    public void Execute(string sql, params ReadOnlySpan<object?> arguments) => Bind(sql, arguments).ExecuteNonQuery();

    public object? Scalar(string sql, params ReadOnlySpan<object?> arguments)
    {
        var result = Bind(sql, arguments).ExecuteScalar();
        return result is DBNull ? null : result;
    }

    public long Insert(string sql, params ReadOnlySpan<object?> arguments)
    {
        Execute(sql, arguments);
        return (long)Scalar("SELECT last_insert_rowid()")!;
    }

    public SqliteDataReader Read(string sql, params ReadOnlySpan<object?> arguments) => Bind(sql, arguments).ExecuteReader();

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        commands.Clear();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts made of constants of this project arrive here; values go through parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < arguments.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
            }

            commands.Add(sql, command);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }

        return command;
    }
}
