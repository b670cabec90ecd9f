namespace Ratchet.Hosting.Configuration;

/// <summary>The configuration after all layers, and where each setting came from.</summary>
/// <param name="Value">The configuration.</param>
/// <param name="Settings">Every setting by path, sorted.</param>
public sealed record LoadedConfiguration(RatchetConfiguration Value, IReadOnlyList<EffectiveSetting> Settings);
