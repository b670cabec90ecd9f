namespace Ratchet.Features.Sets;

/// <summary>Features of a bar series: one column a feature, one row a bar. Whoever reads it does not write to the columns.</summary>
public sealed record FeatureTable
{
    /// <summary>The names, in the order of the feature set.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The columns, each <see cref="RowCount"/> long; NaN before a feature's warm-up.</summary>
    public required IReadOnlyList<double[]> Columns { get; init; }

    /// <summary>How many bars there are.</summary>
    public required int RowCount { get; init; }

    /// <summary>The largest warm-up of the features: the first row without NaN. It may lie beyond the last row.</summary>
    public required int FirstCompleteRow { get; init; }

    /// <summary>What is known of each feature.</summary>
    public required IReadOnlyList<FeatureDescriptor> Descriptors { get; init; }

    /// <summary>
    /// For each feature, whose code computes it: <c>ratchet</c> with settings that are not in the name, or the type, the module version and the definition of a
    /// user's family. Two tables whose names agree and whose identities differ hold numbers of different meaning.
    /// </summary>
    public IReadOnlyList<string> Identities { get; init; } = [];

    /// <summary>
    /// What a report must say of features on bars of this length, each as <c>name: remark</c>; empty where there is nothing to say.
    /// </summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What the store of columns had to say, such as that an entry was damaged. It says nothing about the numbers.</summary>
    public IReadOnlyList<string> StoreRemarks { get; init; } = [];

    /// <summary>How many columns were read from a store, and how many computed.</summary>
    public FeatureReuse Reuse { get; init; }
}
