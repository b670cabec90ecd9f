using Ratchet.Numerics.Distributions;

namespace Ratchet.Learning.Calibration;

/// <summary>p = 1 / (1 + exp(A s + B)); A is negative where higher scores mean class 1.</summary>
/// <param name="A">The slope of the negative log-odds.</param>
/// <param name="B">The negative log-odds at score 0.</param>
public sealed record PlattCalibration(double A, double B) : ICalibration
{
    /// <inheritdoc/>
    public double Apply(double score) => LogisticFunction.Sigmoid(-((A * score) + B));
}
