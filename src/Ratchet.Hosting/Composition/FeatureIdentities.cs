using Ratchet.Features.Sets;
using Ratchet.Search.Studies;

namespace Ratchet.Hosting.Composition;

/// <summary>Ties a study to the code of its features: a study knows features by name, and a name may come to mean something else.</summary>
public static class FeatureIdentities
{
    private const string Key = "feature_identities";

    /// <summary>Stores whose code computes each feature the first time and demands the same ever after.</summary>
    /// <param name="study">The study of the whole.</param>
    /// <param name="features">The features.</param>
    /// <exception cref="StudyMismatchException">A feature is computed by other code now; the message names it.</exception>
    public static void Pin(Study study, FeatureTable features)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(features);
        var attributes = study.UserAttributes;
        if (!attributes.TryGetValue(Key, out var stored))
        {
            if (study.UserAttributes.ContainsKey("data_hash"))
            {
                throw new StudyMismatchException(
                    $"Study '{study.Name}' was begun by a build that did not keep whose code computes its features. Begin anew with --fresh, or name another study with --study-name.");
            }

            study.SetUserAttribute(Key, string.Join('\n', features.Names.Zip(features.Identities, (name, identity) => $"{name}\t{identity}")));
            return;
        }

        var before = stored.Split('\n').Select(line => line.Split('\t', 2)).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        for (var i = 0; i < features.Names.Count; i++)
        {
            var (name, now) = (features.Names[i], features.Identities[i]);
            if (before.TryGetValue(name, out var then) && then != now)
            {
                throw new StudyMismatchException(
                    $"Study '{study.Name}' was made with feature '{name}' computed by '{then}', now it is computed by '{now}': old and new trials would mean different things. " +
                    "Begin anew with --fresh, name another study with --study-name, or run the code that it was begun with.");
            }
        }
    }
}
