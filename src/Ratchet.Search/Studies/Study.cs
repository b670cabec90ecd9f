namespace Ratchet.Search.Studies;

/// <summary>
/// A study: a named search with its trials, in a storage. It keeps no copy of them: what it returns is what the storage holds at that
/// moment. Safe for several threads.
/// </summary>
public sealed class Study
{
    private readonly IStudyStorage storage;

    private Study(IStudyStorage storage, StudyRecord record)
    {
        this.storage = storage;
        Id = record.Id;
        Name = record.Name;
        Directions = record.Directions;
    }

    /// <summary>The storage's own number of the study.</summary>
    public long Id { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The directions, one an objective.</summary>
    public IReadOnlyList<StudyDirection> Directions { get; }

    /// <summary>The direction of the first objective.</summary>
    public StudyDirection Direction => Directions[0];

    /// <summary>All trials in the order of their numbers.</summary>
    public IReadOnlyList<Trial> Trials => storage.GetTrials(Id);

    /// <summary>The study's user attributes.</summary>
    public IReadOnlyDictionary<string, string> UserAttributes => storage.GetStudyAttributes(Id);

    /// <summary>The complete trial with the best value, the lowest number among equals; null if none is complete. For one objective.</summary>
    /// <exception cref="InvalidOperationException">The study has several objectives.</exception>
    public Trial? BestTrial
    {
        get
        {
            if (Directions.Count != 1)
            {
                throw new InvalidOperationException($"Study '{Name}' has {Directions.Count} objectives: there is no single best trial.");
            }

            Trial? best = null;
            foreach (var trial in Trials)
            {
                if (trial.State == TrialState.Complete && trial.Value is { } value && (best is null || IsBetter(value, best.Value!.Value)))
                {
                    best = trial;
                }
            }

            return best;
        }
    }

    /// <summary>Creates a study.</summary>
    /// <param name="storage">Where it is kept.</param>
    /// <param name="name">A name that is not taken.</param>
    /// <param name="direction">Which values are better.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static Study Create(IStudyStorage storage, string name, StudyDirection direction = StudyDirection.Maximize)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return new Study(storage, storage.CreateStudy(name, [direction]));
    }

    /// <summary>Opens a study.</summary>
    /// <param name="storage">Where it is kept.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such study.</exception>
    public static Study Load(IStudyStorage storage, string name)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return storage.FindStudy(name) is { } record
            ? new Study(storage, record)
            : throw new ArgumentException($"There is no study named '{name}'.", nameof(name));
    }

    /// <summary>Opens a study, or creates it where there is none.</summary>
    /// <param name="storage">Where it is kept.</param>
    /// <param name="name">Its name.</param>
    /// <param name="direction">Which values are better.</param>
    /// <exception cref="StudyMismatchException">The stored study has another direction.</exception>
    public static Study LoadOrCreate(IStudyStorage storage, string name, StudyDirection direction = StudyDirection.Maximize)
    {
        ArgumentNullException.ThrowIfNull(storage);
        if (storage.FindStudy(name) is not { } record)
        {
            return Create(storage, name, direction);
        }

        return record.Directions is [var stored] && stored == direction
            ? new Study(storage, record)
            : throw new StudyMismatchException($"Study '{name}' is stored with {string.Join(", ", record.Directions)}, not with {direction}.");
    }

    /// <summary>Sets or replaces a user attribute of the study.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its text.</param>
    public void SetUserAttribute(string key, string value) => storage.SetStudyAttribute(Id, key, value);

    /// <summary>
    /// Ties the study to a setting: stores it the first time and demands the same text ever after. Use it for whatever changes results,
    /// such as the hash of the data, before continuing a study.
    /// </summary>
    /// <param name="key">The setting's name.</param>
    /// <param name="value">Its text.</param>
    /// <exception cref="StudyMismatchException">Another text is stored.</exception>
    public void Pin(string key, string value)
    {
        if (!UserAttributes.TryGetValue(key, out var stored))
        {
            SetUserAttribute(key, value);
        }
        else if (!string.Equals(stored, value, StringComparison.Ordinal))
        {
            throw new StudyMismatchException(
                $"Study '{Name}' was made with {key} = {stored}, now it is {value}. Continue with the former setting or start a new study.");
        }
    }

    /// <summary>Creates trials, all or none, and commits them.</summary>
    /// <param name="drafts">The trials in order.</param>
    /// <returns>Their numbers.</returns>
    public IReadOnlyList<int> CreateTrials(IReadOnlyList<TrialDraft> drafts) => storage.CreateTrials(Id, drafts);

    /// <summary>Writes updates, all or none, and commits them.</summary>
    /// <param name="updates">What is new.</param>
    public void UpdateTrials(IReadOnlyList<TrialUpdate> updates) => storage.UpdateTrials(Id, updates);

    private bool IsBetter(double value, double than) => Direction == StudyDirection.Minimize ? value < than : value > than;
}
