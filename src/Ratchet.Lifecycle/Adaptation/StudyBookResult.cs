namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What a study found in one book.</summary>
public sealed record StudyBookResult
{
    /// <summary>The book.</summary>
    public required StudyBook Book { get; init; }

    /// <summary>The time from the first bar's open to the last bar's close, in months of 30.44 days.</summary>
    public required double Months { get; init; }

    /// <summary>How many entries there were in all.</summary>
    public required int Signals { get; init; }

    /// <summary>How many of them were left after ILLIQUID and UNKNOWN: what every way of <see cref="Entries"/> trades.</summary>
    public required int Playable { get; init; }

    /// <summary>The ways to choose, on the same entries.</summary>
    public required IReadOnlyList<EntryRow> Entries { get; init; }

    /// <summary>The best static profile of the entries in hindsight.</summary>
    public required int BestStatic { get; init; }

    /// <summary>The cost rule.</summary>
    public required CostRuleResult CostRule { get; init; }

    /// <summary>Whether what was best in the first half of the time was good in the second.</summary>
    public required PersistenceResult Persistence { get; init; }

    /// <summary>Mean results by regime and profile.</summary>
    public required IReadOnlyList<RegimeCell> Cells { get; init; }

    /// <summary>Runs through the engine; empty where none were asked for.</summary>
    public required IReadOnlyList<EngineRow> Engine { get; init; }

    /// <summary>Whether an adviser with every switch off gave the orders of a run without adviser; null without engine runs.</summary>
    public required bool? SilentIsNone { get; init; }

    /// <summary>A row of <see cref="Entries"/>.</summary>
    /// <param name="name">Its name.</param>
    public EntryRow Entry(string name) => Entries.First(r => r.Name == name);
}
