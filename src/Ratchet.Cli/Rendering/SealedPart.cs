using Ratchet.Market.Time;

namespace Ratchet.Cli.Rendering;

/// <summary>The bars that a command leaves sealed.</summary>
/// <param name="Time">Their time, half-open.</param>
/// <param name="Bars">How many there are.</param>
internal readonly record struct SealedPart(TimeRange Time, int Bars);
