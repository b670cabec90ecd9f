namespace Ratchet.Storage.Models;

/// <summary>A figure of a configuration, before and after the bars that it was chosen on.</summary>
/// <param name="Name">Such as <c>sharpe</c>.</param>
/// <param name="InSample">Out of fold on the bars that the configuration was chosen on; NaN where undefined.</param>
/// <param name="OutOfSample">Walked forward; NaN where undefined.</param>
public sealed record EnsembleMetric(string Name, double InSample, double OutOfSample);
