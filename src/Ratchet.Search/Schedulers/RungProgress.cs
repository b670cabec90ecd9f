namespace Ratchet.Search.Schedulers;

/// <summary>How far one rung is.</summary>
/// <param name="Iteration">The iteration, from 0.</param>
/// <param name="Bracket">The bracket's number s.</param>
/// <param name="Rung">The rung's index.</param>
/// <param name="Resource">The rung's resource.</param>
/// <param name="Done">Results so far: evaluated, reused and failed.</param>
/// <param name="Total">Planned evaluations.</param>
public readonly record struct RungProgress(int Iteration, int Bracket, int Rung, double Resource, int Done, int Total);
