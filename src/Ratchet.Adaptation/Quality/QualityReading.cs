namespace Ratchet.Adaptation.Quality;

/// <summary>The quality of a signal and its parts: (shares x parts) x confluence factor x regime factor, clamped to [0, 1].</summary>
/// <param name="Quality">The quality, in [0, 1].</param>
/// <param name="Confidence">The signal's own confidence; 0 where it is not in [0, 1].</param>
/// <param name="Alignment">How well the strategy fits the regime, in [0, 1].</param>
/// <param name="Success">The historical success, in [0, 1].</param>
/// <param name="ConfluenceFactor">The factor of agreeing indicators.</param>
/// <param name="RegimeFactor">The factor of the regime.</param>
public readonly record struct QualityReading(double Quality, double Confidence, double Alignment, double Success, double ConfluenceFactor, double RegimeFactor);
