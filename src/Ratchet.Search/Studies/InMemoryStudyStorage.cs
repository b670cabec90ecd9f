using System.Collections.ObjectModel;
using Ratchet.Search.Spaces;

namespace Ratchet.Search.Studies;

/// <summary>Keeps studies in memory, for tests and for searches that need not outlive their process. Safe for several threads.</summary>
/// <param name="timeProvider">The clock for start and end times, or null for none.</param>
public sealed class InMemoryStudyStorage(TimeProvider? timeProvider = null) : IStudyStorage
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    /// <inheritdoc/>
    public StudyRecord CreateStudy(string name, IReadOnlyList<StudyDirection> directions)
    {
        TrialRules.RequireStudy(name, directions);
        lock (gate)
        {
            if (Find(name) is not null)
            {
                throw new ArgumentException($"There is already a study named '{name}'.", nameof(name));
            }

            var entry = new Entry(new StudyRecord(entries.Count + 1, name, [.. directions]));
            entries.Add(entry);
            return entry.Record;
        }
    }

    /// <inheritdoc/>
    public StudyRecord? FindStudy(string name)
    {
        lock (gate)
        {
            return Find(name)?.Record;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<StudyRecord> ListStudies()
    {
        lock (gate)
        {
            return entries.ConvertAll(e => e.Record);
        }
    }

    /// <inheritdoc/>
    public void SetStudyAttribute(long studyId, string key, string value)
    {
        TrialRules.RequireName(key, nameof(key));
        ArgumentNullException.ThrowIfNull(value);
        lock (gate)
        {
            Require(studyId).Attributes[key] = value;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> GetStudyAttributes(long studyId)
    {
        lock (gate)
        {
            return Frozen(Require(studyId).Attributes);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> CreateTrials(long studyId, IReadOnlyList<TrialDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        lock (gate)
        {
            var entry = Require(studyId);
            var known = new Dictionary<string, Distribution>(entry.Distributions, StringComparer.Ordinal);
            foreach (var draft in drafts)
            {
                TrialRules.RequireDraft(draft);
                foreach (var parameter in draft.Parameters)
                {
                    if (!known.TryAdd(parameter.Name, parameter.Distribution))
                    {
                        TrialRules.RequireAgreement(parameter.Name, known[parameter.Name], parameter.Distribution);
                    }
                }
            }

            entry.Distributions = known;
            var first = entry.Trials.Count;
            var now = timeProvider?.GetUtcNow();
            foreach (var draft in drafts)
            {
                entry.Trials.Add(new Trial
                {
                    Number = entry.Trials.Count,
                    State = draft.State,
                    Parameters = [.. draft.Parameters.Select(p => p with { Value = p.Value + 0.0 })],
                    UserAttributes = Merge(ReadOnlyDictionary<string, string>.Empty, draft.UserAttributes),
                    StartTime = draft.State == TrialState.Running ? now : null,
                });
            }

            return [.. Enumerable.Range(first, drafts.Count)];
        }
    }

    /// <inheritdoc/>
    public void UpdateTrials(long studyId, IReadOnlyList<TrialUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        lock (gate)
        {
            var entry = Require(studyId);
            var changed = new Dictionary<int, Trial>();
            foreach (var update in updates)
            {
                TrialRules.RequireUpdate(update, entry.Record.Directions.Count);
                if ((uint)update.Number >= (uint)entry.Trials.Count)
                {
                    throw new ArgumentException($"Study '{entry.Record.Name}' has no trial {update.Number}.", nameof(updates));
                }

                var trial = changed.GetValueOrDefault(update.Number) ?? entry.Trials[update.Number];
                TrialRules.RequireUnfinished(trial.Number, trial.State);
                changed[update.Number] = Apply(trial, update);
            }

            foreach (var (number, trial) in changed)
            {
                entry.Trials[number] = trial;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Trial> GetTrials(long studyId)
    {
        lock (gate)
        {
            return Require(studyId).Trials.ToArray();
        }
    }

    private static ReadOnlyDictionary<string, string> Frozen(SortedDictionary<string, string> attributes) =>
        new(new SortedDictionary<string, string>(attributes, StringComparer.Ordinal));

    private static ReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> added)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in old.Concat(added))
        {
            merged[key] = value;
        }

        return new(merged);
    }

    private Trial Apply(Trial trial, TrialUpdate update)
    {
        var values = new SortedDictionary<int, double>();
        foreach (var (step, value) in trial.IntermediateValues.Concat(update.IntermediateValues))
        {
            values[step] = value + 0.0;
        }

        var state = update.State ?? trial.State;
        return trial with
        {
            State = state,
            IntermediateValues = new ReadOnlyDictionary<int, double>(values),
            UserAttributes = Merge(trial.UserAttributes, update.UserAttributes),
            Values = [.. update.Values.Select(v => v + 0.0)],
            StartTime = trial.StartTime ?? (state == TrialState.Waiting ? null : timeProvider?.GetUtcNow()),
            CompleteTime = state.IsFinished() ? timeProvider?.GetUtcNow() : null,
        };
    }

    private Entry? Find(string name) => entries.Find(e => string.Equals(e.Record.Name, name, StringComparison.Ordinal));

    private Entry Require(long studyId) => studyId >= 1 && studyId <= entries.Count
        ? entries[(int)studyId - 1]
        : throw new ArgumentException($"There is no study with the number {studyId}.", nameof(studyId));

    private sealed class Entry(StudyRecord record)
    {
        public StudyRecord Record { get; } = record;

        public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

        public List<Trial> Trials { get; } = [];

        public Dictionary<string, Distribution> Distributions { get; set; } = new(StringComparer.Ordinal);
    }
}
