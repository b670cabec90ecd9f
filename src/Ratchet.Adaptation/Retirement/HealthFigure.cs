namespace Ratchet.Adaptation.Retirement;

/// <summary>One figure against its threshold.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Bound">What was compared: the figure's confidence bound on the side of the threshold, or the figure itself.</param>
/// <param name="Limit">The threshold.</param>
/// <param name="Violated">Whether it is violated.</param>
public readonly record struct HealthFigure(double Value, double Bound, double Limit, bool Violated);
