namespace Ratchet.Learning.Neighbours;

/// <summary>A past event that resembles a query.</summary>
/// <param name="Index">The number of the event, in the order in which the events were given.</param>
/// <param name="Distance">The Euclidean distance of the scaled features.</param>
/// <param name="Weight">What its outcome counts: its own weight times its vote times its decay since the youngest neighbour found that has a vote; 0 or more.</param>
/// <param name="Outcome">What came of it.</param>
public readonly record struct Neighbour(int Index, double Distance, double Weight, double Outcome);
