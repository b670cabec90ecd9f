namespace Ratchet.Hosting.Composition.Paper;

/// <summary>The bars of one instrument that warmed the strategies up.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Bars">How many.</param>
/// <param name="First">The first opening time; 0 where there are none.</param>
/// <param name="Last">The last opening time; 0 where there are none.</param>
/// <param name="ContentHash">The hash of their content; empty where there are none.</param>
public sealed record SessionHistoryEntry(string Symbol, int Bars, long First, long Last, string ContentHash);
