using Ratchet.Adaptation.Sessions;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>A run through the engine.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Adaptive">The adaptive layer; null for none.</param>
/// <param name="Seeds">How many seeds.</param>
/// <param name="Oracle">Whether the profile is fixed by hindsight.</param>
/// <param name="Without">The run that is the same without the advisor; null where there is no advisor.</param>
internal sealed record EngineRun(string Name, AdaptiveOptions? Adaptive, int Seeds, bool Oracle = false, string? Without = null);
