namespace Ratchet.Reporting.Html;

/// <summary>The outcome of a study.</summary>
/// <param name="IsViable">Whether a configuration met every condition of viability.</param>
/// <param name="Best">The name of the best configuration, viable or not; null where nothing was evaluated.</param>
/// <param name="Explanation">One or two plain sentences.</param>
public sealed record ReportVerdict(bool IsViable, string? Best, string Explanation)
{
    /// <summary>Conditions that were missed, or other reasons for the outcome.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The headline: the best configuration where one is viable, else that nothing viable was found.</summary>
    public string Headline => IsViable ? $"Best configuration: {Best}" : "Nothing viable was found";
}
