namespace Ratchet.Learning.Markov;

/// <summary>How long one state lasts, by the model and as observed.</summary>
/// <param name="SelfTransition">p, the model's probability of staying.</param>
/// <param name="ExpectedDuration">1 / (1 - p) rows; infinite when p is 1.</param>
/// <param name="Occupancy">The mean filtered probability of the state.</param>
/// <param name="Spells">How many runs of the state the Viterbi path has; those cut by either end of the part count too.</param>
/// <param name="MeanDwell">The mean length of those runs in rows; NaN without any.</param>
/// <param name="MedianDwell">Their median; NaN without any.</param>
/// <param name="Recall">
/// Where the truth is known, the share of the rows truly in this state whose likeliest filtered state it is; else, or without such rows, NaN.
/// </param>
public readonly record struct StatePersistence(
    double SelfTransition, double ExpectedDuration, double Occupancy, int Spells, double MeanDwell, double MedianDwell, double Recall);
