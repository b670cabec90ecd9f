using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>Bars that the calendar expects and that no row is there for.</summary>
/// <param name="Span">From the first missing opening time to the next bar that is there.</param>
/// <param name="MissingBars">How many are missing.</param>
public readonly record struct BarGap(TimeRange Span, long MissingBars);
