namespace Ratchet.Adaptation.Selection;

/// <summary>A selector's state as plain records, for files that people can read. Names stand where numbers of places would; numbers round-trip exactly.</summary>
public sealed record SelectorState
{
    /// <summary>The version that is written.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The form of the state. Files of a later one are refused.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The names of the profiles.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The names of the symbols.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The number of the next decision.</summary>
    public long Next { get; init; }

    /// <summary>How often it did what.</summary>
    public SelectorCounts Counts { get; init; }

    /// <summary>Every cell that has learned.</summary>
    public IReadOnlyList<SelectorCell> Cells { get; init; } = [];

    /// <summary>How many choices were made in each context that had some.</summary>
    public IReadOnlyList<SelectorChoices> Choices { get; init; } = [];

    /// <summary>The decisions that wait for a reward.</summary>
    public IReadOnlyList<WaitingDecision> Waiting { get; init; } = [];
}
