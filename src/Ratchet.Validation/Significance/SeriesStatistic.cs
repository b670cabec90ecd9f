namespace Ratchet.Validation.Significance;

/// <summary>A number that is computed from a series, such as its mean.</summary>
/// <param name="values">The series.</param>
public delegate double SeriesStatistic(ReadOnlySpan<double> values);
