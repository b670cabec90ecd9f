namespace Ratchet.Reporting.Html;

/// <summary>The result beside its baselines.</summary>
public sealed record ReportComparison
{
    /// <summary>The result first, then the baselines.</summary>
    public required IReadOnlyList<ReportContender> Contenders { get; init; }

    /// <summary>Where the result stands among random entries; null where they were not drawn.</summary>
    public ReportRandomEntry? RandomEntry { get; init; }

    /// <summary>When the hold-out was opened, milliseconds since 1970-01-01 UTC; null while it is sealed.</summary>
    public long? HoldOutOpenedAt { get; init; }

    /// <summary>The period of each stage in words, by <see cref="ReportStage"/>; may be empty.</summary>
    public IReadOnlyList<string> Periods { get; init; } = [];
}
