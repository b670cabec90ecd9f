using Ratchet.Adaptation.Selection;

namespace Ratchet.Storage.State;

/// <summary>What a decision log holds.</summary>
/// <param name="Profiles">The names of the profiles; decisions give their places.</param>
/// <param name="Symbols">The names of the symbols; decisions give their places.</param>
/// <param name="Decisions">Every decision, by number, with its rewards.</param>
/// <param name="Length">How many bytes of the file are whole lines.</param>
/// <param name="CutBytes">How many bytes of a cut last line were left out.</param>
public sealed record DecisionLogContent(
    IReadOnlyList<string> Profiles, IReadOnlyList<string> Symbols, IReadOnlyList<LoggedDecision> Decisions, long Length, int CutBytes);
