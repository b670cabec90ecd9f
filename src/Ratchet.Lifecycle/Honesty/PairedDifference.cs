namespace Ratchet.Lifecycle.Honesty;

/// <summary>A difference measured once a market.</summary>
/// <param name="Markets">Markets in which both sides are known.</param>
/// <param name="Mean">The mean difference.</param>
/// <param name="Low">Lower end of the 95 % bootstrap interval of the mean.</param>
/// <param name="High">Upper end.</param>
/// <param name="ShareAbove">Share of markets with a difference above 0, ties counted half.</param>
public sealed record PairedDifference(int Markets, double Mean, double Low, double High, double ShareAbove);
