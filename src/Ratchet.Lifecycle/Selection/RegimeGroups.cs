using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Selection;

/// <summary>The regime of each bar as a group: the most probable of rising, falling and neither, by the filtered probabilities that were known at its close.</summary>
public static class RegimeGroups
{
    /// <summary>The names, in the order of the groups.</summary>
    public static IReadOnlyList<string> Names { get; } = ["bull", "bear", "sideways"];

    /// <summary>Groups the bars.</summary>
    /// <param name="context">The probabilities.</param>
    /// <param name="rows">The bars that must have a regime.</param>
    /// <returns>A group for each bar, sideways where unknown; empty where one of the rows has none, such as in a set without regime features.</returns>
    public static ReadOnlyMemory<int> Of(MetaContext context, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(context);
        var bull = context.Bull.Span;
        var bear = context.Bear.Span;
        foreach (var row in rows)
        {
            if (double.IsNaN(bull[row]) || double.IsNaN(bear[row]))
            {
                return default;
            }
        }

        var groups = new int[bull.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            var neither = 1 - bull[i] - bear[i];
            groups[i] = bull[i] >= bear[i] && bull[i] >= neither ? 0 : bear[i] > neither ? 1 : 2;
        }

        return groups;
    }
}
