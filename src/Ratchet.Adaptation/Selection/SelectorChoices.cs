namespace Ratchet.Adaptation.Selection;

/// <summary>How many choices were made in a context.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Regime">The regime.</param>
/// <param name="Count">How many.</param>
public sealed record SelectorChoices(string Symbol, string Regime, long Count);
