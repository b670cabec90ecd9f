using System.Text.Json;
using System.Text.Json.Nodes;
using Ratchet.Features.Sets;

namespace Ratchet.Hosting.Configuration;

/// <summary>The list of features as files may write it: identifiers, or objects of name, parameters and time frame.</summary>
internal static class FeatureEntries
{
    private const string Setting = "features.features";

    /// <summary>Replaces objects in the list by identifiers; what is no list is left for the reader of the settings to refuse.</summary>
    /// <exception cref="ConfigurationException">An object is none that names a feature.</exception>
    public static void Normalise(ConfigurationTree tree)
    {
        if (tree.Root["features"]?["features"] is not JsonArray entries)
        {
            return;
        }

        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is JsonObject entry)
            {
                entries[i] = Identifier(entry, tree);
            }
        }
    }

    private static string Identifier(JsonObject entry, ConfigurationTree tree)
    {
        try
        {
            using var document = JsonDocument.Parse(entry.ToJsonString());
            return FeatureName.Read(document.RootElement, FeaturePatterns.All);
        }
        catch (FormatException exception)
        {
            throw new ConfigurationException($"Setting '{Setting}' from {tree.SourceOf(Setting)}: {exception.Message}");
        }
    }
}
