namespace Ratchet.Learning.Markov;

/// <summary>Which states of a new model continue which states of a former one.</summary>
/// <param name="Order">New state Order[i] continues former state i; what <see cref="HmmModel.Reorder"/> takes.</param>
/// <param name="Distances">The distance between former state i and the state that continues it.</param>
/// <param name="Margin">
/// How much larger the sum of distances of the second best assignment is; 0 means that two are equally near. Infinite with a single state.
/// </param>
public sealed record StateMatch(IReadOnlyList<int> Order, IReadOnlyList<double> Distances, double Margin);
