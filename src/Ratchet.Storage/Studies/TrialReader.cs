using System.Collections.ObjectModel;
using Microsoft.Data.Sqlite;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Storage.Studies;

/// <summary>Reads a study's trials: one query a table, joined in memory.</summary>
internal sealed class TrialReader(StatementCache statements)
{
    private const string ParameterQuery =
        """
        SELECT p.trial_id, p.param_name, p.param_value, p.distribution_json
        FROM trials t JOIN trial_params p ON p.trial_id = t.trial_id WHERE t.study_id = @0 ORDER BY p.param_id
        """;

    private const string ValueQuery =
        """
        SELECT v.trial_id, v.value, v.value_type
        FROM trials t JOIN trial_values v ON v.trial_id = t.trial_id WHERE t.study_id = @0 ORDER BY v.trial_id, v.objective
        """;

    private const string StepQuery =
        """
        SELECT v.trial_id, v.step, v.intermediate_value, v.intermediate_value_type
        FROM trials t JOIN trial_intermediate_values v ON v.trial_id = t.trial_id WHERE t.study_id = @0
        """;

    private const string AttributeQuery =
        """
        SELECT a.trial_id, a."key", a.value_json
        FROM trials t JOIN trial_user_attributes a ON a.trial_id = t.trial_id WHERE t.study_id = @0
        """;

    private readonly Dictionary<string, Distribution> distributions = new(StringComparer.Ordinal);

    public IReadOnlyList<Trial> Read(long studyId)
    {
        var parameters = Group(studyId, ParameterQuery, r => new TrialParameter(r.GetString(1), r.GetDouble(2), Parse(r.GetString(3))));
        var values = Group(studyId, ValueQuery, r => OptunaText.ToNumber(r.IsDBNull(1) ? null : r.GetDouble(1), r.GetString(2)));
        var steps = Group(studyId, StepQuery, r => (r.GetInt32(1), OptunaText.ToNumber(r.IsDBNull(2) ? null : r.GetDouble(2), r.GetString(3))));
        var attributes = Group(studyId, AttributeQuery, r => (r.GetString(1), OptunaText.ToAttribute(r.IsDBNull(2) ? null : r.GetString(2))));
        var trials = new List<Trial>();
        using var reader = statements.Read(
            "SELECT trial_id, number, state, datetime_start, datetime_complete FROM trials WHERE study_id = @0 ORDER BY number", studyId);
        while (reader.Read())
        {
            var id = reader.GetInt64(0);
            trials.Add(new Trial
            {
                Number = reader.GetInt32(1),
                State = OptunaText.ToState(reader.GetString(2)),
                StartTime = OptunaText.ToTime(reader.IsDBNull(3) ? null : reader.GetString(3)),
                CompleteTime = OptunaText.ToTime(reader.IsDBNull(4) ? null : reader.GetString(4)),
                Parameters = parameters.GetValueOrDefault(id) ?? [],
                Values = values.GetValueOrDefault(id) ?? [],
                IntermediateValues = Sorted(steps.GetValueOrDefault(id), Comparer<int>.Default),
                UserAttributes = Sorted(attributes.GetValueOrDefault(id), StringComparer.Ordinal),
            });
        }

        return trials;
    }

    private static ReadOnlyDictionary<TKey, TValue> Sorted<TKey, TValue>(
        List<(TKey Key, TValue Value)>? pairs, IComparer<TKey> order)
        where TKey : notnull
    {
        var sorted = new SortedDictionary<TKey, TValue>(order);
        foreach (var (key, value) in pairs ?? [])
        {
            sorted[key] = value;
        }

        return new(sorted);
    }

    private Distribution Parse(string json)
    {
        if (!distributions.TryGetValue(json, out var distribution))
        {
            distribution = OptunaDistribution.Parse(json);
            distributions.Add(json, distribution);
        }

        return distribution;
    }

    private Dictionary<long, List<T>> Group<T>(long studyId, string sql, Func<SqliteDataReader, T> convert)
    {
        var groups = new Dictionary<long, List<T>>();
        using var reader = statements.Read(sql, studyId);
        while (reader.Read())
        {
            var id = reader.GetInt64(0);
            if (!groups.TryGetValue(id, out var group))
            {
                groups.Add(id, group = []);
            }

            group.Add(convert(reader));
        }

        return groups;
    }
}
