using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Boosting;

/// <summary>One tree of a boosting run.</summary>
/// <param name="Tree">Nodes, shrunk weights as float32, hessian sums and gains.</param>
/// <param name="BaseWeights">The weight of each node before shrinkage.</param>
internal sealed record BoostedTree(GrownTree Tree, double[] BaseWeights);
