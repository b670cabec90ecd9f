namespace Ratchet.Hosting.Configuration;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
public static class NearestName
{
    /// <summary>
    /// A name that begins with the word, where the word has three characters or more; else that with the fewest insertions, deletions and
    /// replacements of a character (Levenshtein, 1966), case aside; of equals the first in ordinal order.
    /// </summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">The names that there are.</param>
    /// <returns>Null where no name is known.</returns>
    public static string? Of(string name, IEnumerable<string> known) =>
        known.MinBy(k => (IsBeginning(name, k) ? 0 : 1, Distance(k.ToLowerInvariant(), name.ToLowerInvariant()), k));

    private static bool IsBeginning(string name, string known) => name.Length >= 3 && known.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
