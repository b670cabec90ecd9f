namespace Ratchet.Learning.Trees;

/// <summary>The weight of a split's left side, and the sums of its sides' squared class weights.</summary>
internal readonly record struct GiniParts(double LeftWeight, double LeftSquares, double RightSquares);
