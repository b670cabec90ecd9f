namespace Ratchet.Adaptation.Monitor;

/// <summary>One number for telemetry and dashboards.</summary>
/// <param name="Name">Its name, such as <c>ratchet.advisor.weight</c>.</param>
/// <param name="Strategy">The strategy it is about; null where it is about all.</param>
/// <param name="Value">The number; NaN where it is not defined.</param>
public readonly record struct AdvisorGauge(string Name, string? Strategy, double Value);
