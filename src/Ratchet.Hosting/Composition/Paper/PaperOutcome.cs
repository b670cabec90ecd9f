namespace Ratchet.Hosting.Composition.Paper;

/// <summary>How a run of a session ended.</summary>
/// <param name="End">Why.</param>
/// <param name="Bars">Decision bars that came.</param>
/// <param name="Unwritten">Whether the last inputs could not be made durable; they are lost, and a restart goes on before them.</param>
public sealed record PaperOutcome(PaperEnd End, long Bars, bool Unwritten);
