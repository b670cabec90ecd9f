namespace Ratchet.Adaptation.Selection;

/// <summary>How often an estimator's interval holds the truth.</summary>
/// <param name="Estimator">Its name.</param>
/// <param name="Coverage">The share of runs.</param>
/// <param name="Bias">The mean of estimate less truth.</param>
/// <param name="RootMeanSquare">The root of the mean squared difference.</param>
/// <param name="Width">The mean width of the interval.</param>
public sealed record CoverageResult(string Estimator, double Coverage, double Bias, double RootMeanSquare, double Width);
