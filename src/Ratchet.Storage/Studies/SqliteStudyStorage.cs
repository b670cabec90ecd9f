using Microsoft.Data.Sqlite;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;
using SQLitePCL;

namespace Ratchet.Storage.Studies;

/// <summary>
/// Studies in one SQLite file, in the relational schema of Optuna (schema 12, migration v3.2.0.a), so that Optuna's own tools open it.
/// Every call is one short transaction in write-ahead mode with synchronous = NORMAL: what was acknowledged survives any end of the
/// process. Times are written in UTC. Safe for several threads; several processes may share a file.
/// </summary>
public sealed class SqliteStudyStorage : IStudyStorage, IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider timeProvider;
    private readonly SqliteConnection connection;
    private readonly StatementCache statements;
    private readonly TrialReader reader;
    private readonly TrialWriter writer;
    private readonly Dictionary<(long Study, int Number), long> trialIds = [];
    private readonly Dictionary<(long Study, string Name), Distribution> distributions = [];
    private readonly Dictionary<long, StudyDirection[]> directionsOf = [];
    private readonly string path;
    private bool disposed;

    /// <summary>Opens a study file, or creates it.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="timeProvider">The clock for start and end times; the machine's clock if null.</param>
    /// <exception cref="StudyStorageException">The file is damaged, belongs to another program or has another schema. It is left as it is.</exception>
    public SqliteStudyStorage(string path, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = Path.GetFullPath(path);
        this.timeProvider = timeProvider ?? TimeProvider.System;
        connection = StudyDatabase.Open(this.path);
        statements = new StatementCache(connection);
        reader = new TrialReader(statements);
        writer = new TrialWriter(statements);
    }

    /// <inheritdoc/>
    public StudyRecord CreateStudy(string name, IReadOnlyList<StudyDirection> directions)
    {
        TrialRules.RequireStudy(name, directions);
        return Write(() =>
        {
            if (FindId(name) is not null)
            {
                throw new ArgumentException($"There is already a study named '{name}'.", nameof(name));
            }

            var id = statements.Insert("INSERT INTO studies (study_name) VALUES (@0)", name);
            for (var objective = 0; objective < directions.Count; objective++)
            {
                statements.Execute(
                    "INSERT INTO study_directions (direction, study_id, objective) VALUES (@0, @1, @2)",
                    OptunaText.Of(directions[objective]),
                    id,
                    objective);
            }

            return new StudyRecord(id, name, [.. directions]);
        });
    }

    /// <inheritdoc/>
    public StudyRecord? FindStudy(string name) => Read(() => FindId(name) is { } id ? new StudyRecord(id, name, ReadDirections(id)) : null);

    /// <inheritdoc/>
    public IReadOnlyList<StudyRecord> ListStudies() => Read(() =>
    {
        var found = new List<(long Id, string Name)>();
        using (var rows = statements.Read("SELECT study_id, study_name FROM studies ORDER BY study_id"))
        {
            while (rows.Read())
            {
                found.Add((rows.GetInt64(0), rows.GetString(1)));
            }
        }

        return found.ConvertAll(s => new StudyRecord(s.Id, s.Name, ReadDirections(s.Id)));
    });

    /// <inheritdoc/>
    public void SetStudyAttribute(long studyId, string key, string value)
    {
        TrialRules.RequireName(key, nameof(key));
        ArgumentNullException.ThrowIfNull(value);
        Write(() =>
        {
            RequireDirections(studyId);
            statements.Execute(
                """
                INSERT INTO study_user_attributes (study_id, "key", value_json) VALUES (@0, @1, @2)
                ON CONFLICT (study_id, "key") DO UPDATE SET value_json = excluded.value_json
                """,
                studyId,
                key,
                OptunaText.Quote(value));
            return true;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> GetStudyAttributes(long studyId) => Read(() =>
    {
        RequireDirections(studyId);
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var rows = statements.Read("SELECT \"key\", value_json FROM study_user_attributes WHERE study_id = @0", studyId);
        while (rows.Read())
        {
            attributes[rows.GetString(0)] = OptunaText.ToAttribute(rows.IsDBNull(1) ? null : rows.GetString(1));
        }

        return attributes.AsReadOnly();
    });

    /// <inheritdoc/>
    public IReadOnlyList<int> CreateTrials(long studyId, IReadOnlyList<TrialDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        foreach (var draft in drafts)
        {
            TrialRules.RequireDraft(draft);
        }

        var known = new Dictionary<(long, string), Distribution>();
        var created = new List<(int Number, long Id)>(drafts.Count);
        var numbers = Write(() =>
        {
            RequireDirections(studyId);
            var number = (int)(long)statements.Scalar("SELECT count(*) FROM trials WHERE study_id = @0", studyId)!;
            var now = OptunaText.Of(timeProvider.GetUtcNow());
            foreach (var draft in drafts)
            {
                foreach (var parameter in draft.Parameters)
                {
                    RequireAgreement(studyId, parameter, known);
                }

                created.Add((number, writer.Insert(studyId, number, draft, now)));
                number++;
            }

            return created.ConvertAll(c => c.Number);
        });
        lock (gate)
        {
            foreach (var (number, id) in created)
            {
                trialIds[(studyId, number)] = id;
            }

            foreach (var (name, distribution) in known)
            {
                distributions[name] = distribution;
            }
        }

        return numbers;
    }

    /// <inheritdoc/>
    public void UpdateTrials(long studyId, IReadOnlyList<TrialUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        Write(() =>
        {
            var objectives = RequireDirections(studyId).Length;
            var now = OptunaText.Of(timeProvider.GetUtcNow());
            foreach (var update in updates)
            {
                TrialRules.RequireUpdate(update, objectives);
                var id = FindTrial(studyId, update.Number);
                var state = (string)statements.Scalar("SELECT state FROM trials WHERE trial_id = @0", id)!;
                TrialRules.RequireUnfinished(update.Number, OptunaText.ToState(state));
                writer.Update(id, update, now);
            }

            return true;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Trial> GetTrials(long studyId) => Read(() =>
    {
        RequireDirections(studyId);
        return reader.Read(studyId);
    });

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (!disposed)
            {
                disposed = true;
                statements.Dispose();
                connection.Dispose();
            }
        }
    }

    private T Write<T>(Func<T> work) => Transact("BEGIN IMMEDIATE", work);

    // A read is a transaction too, so that the tables that it joins are of one moment.
    private T Read<T>(Func<T> work) => Transact("BEGIN", work);

    private T Transact<T>(string begin, Func<T> work)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            try
            {
                statements.Execute(begin);
                try
                {
                    var result = work();
                    statements.Execute("COMMIT");
                    return result;
                }
                catch
                {
                    // Some errors, such as a full disk, have ended the transaction already.
                    if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
                    {
                        statements.Execute("ROLLBACK");
                    }

                    throw;
                }
            }
            catch (SqliteException exception)
            {
                throw new StudyStorageException($"The study file {path} cannot be used: {exception.Message}", exception);
            }
        }
    }

    private long? FindId(string name) => (long?)statements.Scalar("SELECT study_id FROM studies WHERE study_name = @0", name);

    private long FindTrial(long studyId, int number)
    {
        if (!trialIds.TryGetValue((studyId, number), out var id))
        {
            id = (long?)statements.Scalar("SELECT trial_id FROM trials WHERE study_id = @0 AND number = @1", studyId, number)
                ?? throw new ArgumentException($"Study {studyId} has no trial {number}.", nameof(number));
            trialIds.Add((studyId, number), id);
        }

        return id;
    }

    // A study's directions never change.
    private StudyDirection[] RequireDirections(long studyId)
    {
        if (!directionsOf.TryGetValue(studyId, out var directions))
        {
            directions = ReadDirections(studyId);
            if (directions.Length == 0)
            {
                throw new ArgumentException($"There is no study with the number {studyId}.", nameof(studyId));
            }

            directionsOf.Add(studyId, directions);
        }

        return directions;
    }

    private StudyDirection[] ReadDirections(long studyId)
    {
        var directions = new List<StudyDirection>();
        using var rows = statements.Read("SELECT direction FROM study_directions WHERE study_id = @0 ORDER BY objective", studyId);
        while (rows.Read())
        {
            directions.Add(OptunaText.ToDirection(rows.GetString(0)));
        }

        return [.. directions];
    }

    private void RequireAgreement(long studyId, TrialParameter parameter, Dictionary<(long Study, string Name), Distribution> known)
    {
        var place = (studyId, parameter.Name);
        if (!known.TryGetValue(place, out var earlier) && !distributions.TryGetValue(place, out earlier))
        {
            var json = (string?)statements.Scalar(
                """
                SELECT p.distribution_json FROM trials t JOIN trial_params p ON p.trial_id = t.trial_id
                WHERE t.study_id = @0 AND p.param_name = @1 LIMIT 1
                """,
                studyId,
                parameter.Name);
            earlier = json is null ? parameter.Distribution : OptunaDistribution.Parse(json);
            known.Add(place, earlier);
        }

        TrialRules.RequireAgreement(parameter.Name, earlier, parameter.Distribution);
    }
}
