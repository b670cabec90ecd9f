using System.Globalization;
using Microsoft.Data.Sqlite;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using SQLitePCL;

namespace Ratchet.Storage.State;

/// <summary>
/// The selector's decisions and rewards in one SQLite file beside a session's journal. What is told waits in memory until <see cref="Commit"/>. A decision or reward that
/// is told again, as recovery does, is the same row and is written once.
/// </summary>
public sealed class SqliteDecisionLog : IDecisionLog, IDisposable
{
    /// <summary>The usual name.</summary>
    public const string FileName = "decisions.db";

    private const int Application = 0x5254444C; // "RTDL"
    private const int Version = 1;

    private readonly SqliteConnection connection;
    private readonly List<(DecisionContext Context, double[] Probabilities, double[] Values)> decisions = [];
    private readonly List<DecisionReward> rewards = [];

    /// <summary>Opens a log, and makes it where there is none.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="InvalidDataException">The file is damaged, foreign or of another version; it is left as it is.</exception>
    public SqliteDecisionLog(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Batteries_V2.Init();
        connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            connection.Open();
            Prepare(path);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new InvalidDataException($"The decision log {path} cannot be read: {exception.Message}", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How many records wait for <see cref="Commit"/>.</summary>
    public int Waiting => decisions.Count + rewards.Count;

    /// <summary>Why the last commit failed; null where it did not. Nothing is lost: the next one tries again.</summary>
    public string? WriteFault { get; private set; }

    /// <inheritdoc/>
    public void Chosen(in DecisionContext context, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values) =>
        decisions.Add((context, probabilities.ToArray(), values.ToArray()));

    /// <inheritdoc/>
    public void Rewarded(in DecisionReward reward) => rewards.Add(reward);

    /// <summary>Writes what waits, all of it or nothing.</summary>
    /// <returns>Whether it is written; else <see cref="WriteFault"/> says why.</returns>
    public bool Commit()
    {
        if (Waiting == 0)
        {
            return true;
        }

        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var (context, probabilities, values) in decisions)
            {
                var choice = context.Choice;
                Execute(
                    "INSERT OR IGNORE INTO decisions VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12)",
                    choice.Decision, context.Time, context.Symbol, RegimeNames.Of(context.Regime), Plain(context.CostShare), (long)context.Allowed, choice.Profile,
                    choice.SizeFactor, choice.Propensity, choice.Explored ? 1 : 0, (int)choice.Why, Text(probabilities), Text(values));
            }

            foreach (var reward in rewards)
            {
                Execute(
                    "INSERT OR IGNORE INTO rewards VALUES (@0, @1, @2, @3, @4, @5, @6)",
                    reward.Decision, reward.Profile, reward.Time, reward.IsReal ? 1 : 0, reward.ResultInR, reward.HoursHeld, reward.Reward);
            }

            transaction.Commit();
        }
        catch (SqliteException exception)
        {
            WriteFault = $"The decision log {connection.DataSource} could not be written: {exception.Message}";
            return false;
        }

        decisions.Clear();
        rewards.Clear();
        WriteFault = null;
        return true;
    }

    /// <summary>Reads every decision that was written, by time and number, with its rewards in the order of their times.</summary>
    public IReadOnlyList<LoggedDecision> Read()
    {
        var earned = new Dictionary<long, List<DecisionReward>>();
        using (var command = Command("SELECT decision, profile, time, real, result_r, hours, reward FROM rewards ORDER BY time, decision, profile", []))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                var reward = new DecisionReward(
                    reader.GetInt64(0), reader.GetInt64(2), reader.GetInt32(1), reader.GetDouble(4), reader.GetDouble(5), reader.GetDouble(6), reader.GetInt64(3) != 0);
                (earned.TryGetValue(reward.Decision, out var list) ? list : earned[reward.Decision] = []).Add(reward);
            }
        }

        var read = new List<LoggedDecision>();
        using var all = Command("SELECT * FROM decisions ORDER BY time, decision", []);
        using var rows = all.ExecuteReader();
        while (rows.Read())
        {
            var regime = RegimeNames.TryParse(rows.GetString(3), out var known) ? known : MarketRegime.Unknown;
            var choice = new ProfileChoice(
                rows.GetInt64(0), rows.GetInt32(6), rows.GetDouble(7), rows.GetDouble(8), rows.GetInt64(9) != 0, (ChoiceReason)rows.GetInt32(10));
            var own = earned.TryGetValue(choice.Decision, out var list) ? list : [];
            read.Add(new()
            {
                Context = new(choice.Decision, rows.GetInt64(1), rows.GetInt32(2), regime, rows.IsDBNull(4) ? double.NaN : rows.GetDouble(4), (ulong)rows.GetInt64(5), choice),
                Probabilities = Numbers(rows.GetString(11)),
                Values = Numbers(rows.GetString(12)),
                Reward = own.Exists(r => r.IsReal) ? own.Find(r => r.IsReal) : null,
                Simulated = [.. own.Where(r => !r.IsReal)],
            });
        }

        return read;
    }

    /// <summary>Closes the file. What waits is lost, unless recovery tells it again.</summary>
    public void Dispose() => connection.Dispose();

    private static object Plain(double value) => double.IsNaN(value) ? DBNull.Value : value;

    private static string Text(double[] values) => string.Join(' ', values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));

    private static double[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => double.Parse(t, CultureInfo.InvariantCulture))];

    private void Prepare(string path)
    {
        var (application, tables) = (Number("PRAGMA application_id"), Number("SELECT count(*) FROM sqlite_master"));
        if (application == 0 && tables == 0)
        {
            Execute("PRAGMA journal_mode = WAL");
            using var transaction = connection.BeginTransaction();
            Execute(
                """
                CREATE TABLE decisions (decision INTEGER, time INTEGER, symbol INTEGER, regime TEXT, cost_share REAL, allowed INTEGER, profile INTEGER, size_factor REAL,
                propensity REAL, explored INTEGER, why INTEGER, probabilities TEXT, "values" TEXT, PRIMARY KEY (decision, time))
                """);
            Execute("CREATE TABLE rewards (decision INTEGER, profile INTEGER, time INTEGER, real INTEGER, result_r REAL, hours REAL, reward REAL, PRIMARY KEY (decision, profile, time))");
            Execute($"PRAGMA application_id = {Application}");
            Execute($"PRAGMA user_version = {Version}");
            transaction.Commit();
        }
        else if (application != Application)
        {
            throw new InvalidDataException($"The file {path} is no decision log. It was left as it is.");
        }
        else if (Number("PRAGMA user_version") is var version && version != Version)
        {
            throw new InvalidDataException($"The decision log {path} has version {version}; this program reads version {Version}. It was left as it is.");
        }

        Execute("PRAGMA synchronous = NORMAL");
    }

    private long Number(string sql)
    {
        using var command = Command(sql, []);
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"@{i.ToString(CultureInfo.InvariantCulture)}", values[i]);
        }

        return command;
    }
}
