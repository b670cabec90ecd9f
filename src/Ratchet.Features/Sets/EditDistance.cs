namespace Ratchet.Features.Sets;

/// <summary>How far two words are apart: the fewest insertions, deletions and replacements of one character (Levenshtein, 1966).</summary>
internal static class EditDistance
{
    /// <summary>The distance, in time proportional to the product of the lengths.</summary>
    public static int Between(string left, string right)
    {
        var above = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(above[j], current[j - 1]));
            }

            (above, current) = (current, above);
        }

        return above[right.Length];
    }
}
