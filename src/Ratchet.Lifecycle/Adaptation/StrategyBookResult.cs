namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What a study found in a book that one strategy trades alone.</summary>
/// <param name="Strategy">The strategy's name.</param>
/// <param name="Book">The book's name.</param>
/// <param name="Result">What was found.</param>
public sealed record StrategyBookResult(string Strategy, string Book, StudyBookResult Result);
