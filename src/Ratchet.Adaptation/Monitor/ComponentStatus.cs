namespace Ratchet.Adaptation.Monitor;

/// <summary>How a part of the advisor stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Enabled">Whether its switch is on.</param>
/// <param name="Initialised">Whether it has seen enough to act by.</param>
/// <param name="Detail">What it has seen.</param>
public sealed record ComponentStatus(string Name, bool Enabled, bool Initialised, string Detail);
