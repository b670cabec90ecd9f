namespace Ratchet.Features.Momentum;

/// <summary>The slow stochastic, from 0 to 100; NaN before bar fastK + slowK + slowD - 3.</summary>
/// <param name="SlowK">The place of the close in the range, averaged.</param>
/// <param name="SlowD">The average of that.</param>
public readonly record struct StochasticValues(double SlowK, double SlowD);
