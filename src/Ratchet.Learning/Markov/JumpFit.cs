namespace Ratchet.Learning.Markov;

/// <summary>A learned jump model and what its starts reached.</summary>
/// <param name="Model">The best.</param>
/// <param name="Loss">Its loss on the rows it was learned from.</param>
/// <param name="Starts">Every start, in order.</param>
public sealed record JumpFit(JumpModel Model, double Loss, IReadOnlyList<JumpStart> Starts);
