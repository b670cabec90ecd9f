using Ratchet.Search.Studies;

namespace Ratchet.Hosting.Composition;

/// <summary>A study as it lies on disk.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stages">Its stages and their trials; one, "joint", for a joint search.</param>
/// <param name="Attributes">Hashes, the configuration, whether it is finished.</param>
public sealed record StudyOverview(string Name, IReadOnlyList<(string Stage, IReadOnlyList<Trial> Trials)> Stages, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Whether its result files were written.</summary>
    public bool IsFinished => Attributes.ContainsKey("finished");

    /// <summary>All trials of all stages.</summary>
    public IEnumerable<Trial> Trials => Stages.SelectMany(s => s.Trials);
}
