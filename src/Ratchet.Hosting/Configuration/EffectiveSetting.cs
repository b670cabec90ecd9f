namespace Ratchet.Hosting.Configuration;

/// <summary>One setting as it came out of all layers.</summary>
/// <param name="Path">Its path, such as <c>search.seed</c>.</param>
/// <param name="Value">Its value as JSON text; secrets are masked.</param>
/// <param name="Source">Where it came from: "default", a file's path, an environment variable, an option.</param>
public sealed record EffectiveSetting(string Path, string Value, string Source);
