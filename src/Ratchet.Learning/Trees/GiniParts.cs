namespace Ratchet.Learning.Trees;

/// <summary>The weights of a split's sides and the sums of their squared class weights. Both sides are added in the same way, so that swapping them changes no bit.</summary>
internal readonly record struct GiniParts(double LeftWeight, double RightWeight, double LeftSquares, double RightSquares);
