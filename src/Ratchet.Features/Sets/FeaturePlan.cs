using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>A feature set resolved against a catalogue: the families to run, each once, and where each column comes from.</summary>
internal sealed class FeaturePlan
{
    public FeaturePlan(FeatureSet set, FeatureCatalogue catalogue)
    {
        var sources = set.Features.Select(catalogue.Resolve).ToArray();
        Families = [.. sources.Select(s => s.Family).Distinct()];
        Descriptors = [.. sources.Select(s => s.Descriptor)];
        FamilyOf = [.. sources.Select(s => Array.IndexOf(Families, s.Family))];
        OutputOf = [.. sources.Select(s => s.Output)];
        Definitions = [.. sources.Select(s => s.Definition)];
        Identities = [.. sources.Select(s => s.Identity)];
    }

    /// <summary>The families, in the order in which the set first needs them.</summary>
    public IFeatureFamily[] Families { get; }

    /// <summary>What is known of each column.</summary>
    public FeatureDescriptor[] Descriptors { get; }

    /// <summary>For each column, the index of its family.</summary>
    public int[] FamilyOf { get; }

    /// <summary>For each column, which output of its family it is.</summary>
    public int[] OutputOf { get; }

    /// <summary>For each column, what decides its numbers beside its name and the bars; null where it must not be stored.</summary>
    public string?[] Definitions { get; }

    /// <summary>For each column, whose code computes it.</summary>
    public string[] Identities { get; }

    /// <summary>The largest warm-up.</summary>
    public int FirstCompleteRow(TimeFrame timeFrame) => Descriptors.Max(d => d.WarmUp(timeFrame));

    /// <summary>What is to be said of the columns.</summary>
    public IReadOnlyList<string> Remarks(TimeFrame timeFrame) =>
        [.. Descriptors.Select(d => (d.Name, Text: d.Remark(timeFrame))).Where(r => r.Text is not null).Select(r => $"{r.Name}: {r.Text}")];
}
