namespace Ratchet.Learning.Linear;

/// <summary>Predicts a row into its outputs.</summary>
internal delegate void RowPrediction(ReadOnlySpan<double> row, Span<double> output);
