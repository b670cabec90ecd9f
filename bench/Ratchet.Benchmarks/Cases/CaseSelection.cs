namespace Ratchet.Benchmarks.Cases;

/// <summary>Finds the cases that a word names: one case, or all parts of a numbered one (P4 is P4a and P4b, but P1 is not P16a).</summary>
internal static class CaseSelection
{
    /// <summary>The cases named; none where the word names none.</summary>
    public static IReadOnlyList<BenchmarkCase> Named(IReadOnlyList<BenchmarkCase> all, string word) =>
        [.. all.Where(c => c.Id.Equals(word, StringComparison.OrdinalIgnoreCase) || IsPart(c.Id, word))];

    private static bool IsPart(string id, string word) =>
        word.Length > 0 && char.IsAsciiDigit(word[^1]) && id.Length == word.Length + 1 && char.IsAsciiLetter(id[^1]) && id.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
