namespace Ratchet.Features.OrderFlow;

/// <summary>The gamma exposure of one strike, calls and puts of all expiries together.</summary>
/// <param name="Strike">The strike.</param>
/// <param name="Exposure">Currency a move of one percent.</param>
public readonly record struct StrikeGamma(double Strike, double Exposure);
