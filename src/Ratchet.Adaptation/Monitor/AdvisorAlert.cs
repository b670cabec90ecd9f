namespace Ratchet.Adaptation.Monitor;

/// <summary>One alert.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Level">How urgent it is.</param>
/// <param name="Text">In words.</param>
public sealed record AdvisorAlert(AlertKind Kind, AlertLevel Level, string Text);
