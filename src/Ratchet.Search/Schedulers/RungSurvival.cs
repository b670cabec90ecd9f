namespace Ratchet.Search.Schedulers;

/// <summary>One line of the survival table.</summary>
/// <param name="Iteration">The iteration, from 0.</param>
/// <param name="Bracket">The bracket's number s.</param>
/// <param name="Rung">The rung's index.</param>
/// <param name="Resource">The rung's resource.</param>
/// <param name="Entered">Trials that came to the rung.</param>
/// <param name="Reused">Of these, results copied from an equal configuration.</param>
/// <param name="Failed">Of these, failures.</param>
/// <param name="Promoted">Trials that went on; in the last rung, trials that are complete.</param>
/// <param name="BestValue">The best value of the rung; NaN if all failed.</param>
public readonly record struct RungSurvival(
    int Iteration, int Bracket, int Rung, double Resource, int Entered, int Reused, int Failed, int Promoted, double BestValue);
