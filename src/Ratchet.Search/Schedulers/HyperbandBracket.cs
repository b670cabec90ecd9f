namespace Ratchet.Search.Schedulers;

/// <summary>One run of successive halving.</summary>
/// <param name="Number">The bracket's number s; its first rung gives R eta^-s.</param>
/// <param name="Configurations">How many configurations enter (n).</param>
/// <param name="Rungs">The rounds in order; the last gives R.</param>
public sealed record HyperbandBracket(int Number, int Configurations, IReadOnlyList<HyperbandRung> Rungs);
