using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Storage.Studies;

/// <summary>Writes trials inside the caller's transaction.</summary>
internal sealed class TrialWriter(StatementCache statements)
{
    private const int RowsAtOnce = 32;
    private readonly Dictionary<Distribution, string> texts = [];
    private readonly string?[] insertions = new string?[RowsAtOnce + 1];

    public long Insert(long studyId, int number, TrialDraft draft, string now)
    {
        var isRunning = draft.State == TrialState.Running;
        var trialId = statements.Insert(
            "INSERT INTO trials (number, study_id, state, datetime_start) VALUES (@0, @1, @2, @3)",
            number,
            studyId,
            OptunaText.Of(draft.State),
            isRunning ? now : null);
        WriteParameters(trialId, draft.Parameters);
        WriteAttributes(trialId, draft.UserAttributes);
        return trialId;
    }

    public void Update(long trialId, TrialUpdate update, string now)
    {
        foreach (var (step, value) in update.IntermediateValues)
        {
            var (stored, type) = OptunaText.Of(value);
            statements.Execute(
                """
                INSERT INTO trial_intermediate_values (trial_id, step, intermediate_value, intermediate_value_type) VALUES (@0, @1, @2, @3)
                ON CONFLICT (trial_id, step) DO UPDATE SET intermediate_value = excluded.intermediate_value,
                    intermediate_value_type = excluded.intermediate_value_type
                """,
                trialId,
                step,
                stored,
                type);
        }

        WriteAttributes(trialId, update.UserAttributes);
        for (var objective = 0; objective < update.Values.Count; objective++)
        {
            var (stored, type) = OptunaText.Of(update.Values[objective]);
            statements.Execute(
                "INSERT INTO trial_values (trial_id, objective, value, value_type) VALUES (@0, @1, @2, @3)",
                trialId,
                objective,
                stored,
                type);
        }

        if (update.State is { } state)
        {
            statements.Execute(
                """
                UPDATE trials SET state = @1, datetime_start = coalesce(datetime_start, @2), datetime_complete = @3 WHERE trial_id = @0
                """,
                trialId,
                OptunaText.Of(state),
                state == TrialState.Waiting ? null : now,
                state.IsFinished() ? now : null);
        }
    }

    // Several rows a statement: most of an insertion's cost is the call.
    private void WriteParameters(long trialId, IReadOnlyList<TrialParameter> parameters)
    {
        for (var start = 0; start < parameters.Count; start += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, parameters.Count - start);
            var arguments = new object?[1 + (3 * count)];
            arguments[0] = trialId;
            for (var i = 0; i < count; i++)
            {
                var parameter = parameters[start + i];
                arguments[1 + (3 * i)] = parameter.Name;
                arguments[2 + (3 * i)] = parameter.Value + 0.0;
                arguments[3 + (3 * i)] = Text(parameter.Distribution);
            }

            statements.Execute(ParameterInsertion(count), arguments);
        }
    }

    private string ParameterInsertion(int rows)
    {
        var sql = insertions[rows];
        if (sql is null)
        {
            var places = Enumerable.Range(0, rows).Select(i => $"(@0, @{1 + (3 * i)}, @{2 + (3 * i)}, @{3 + (3 * i)})");
            sql = "INSERT INTO trial_params (trial_id, param_name, param_value, distribution_json) VALUES " + string.Join(", ", places);
            insertions[rows] = sql;
        }

        return sql;
    }

    private void WriteAttributes(long trialId, IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (key, value) in attributes)
        {
            statements.Execute(
                """
                INSERT INTO trial_user_attributes (trial_id, "key", value_json) VALUES (@0, @1, @2)
                ON CONFLICT (trial_id, "key") DO UPDATE SET value_json = excluded.value_json
                """,
                trialId,
                key,
                OptunaText.Quote(value));
        }
    }

    private string Text(Distribution distribution)
    {
        if (!texts.TryGetValue(distribution, out var text))
        {
            text = OptunaDistribution.Of(distribution);
            texts.Add(distribution, text);
        }

        return text;
    }
}
