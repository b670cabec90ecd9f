using Ratchet.Numerics.Windows;

namespace Ratchet.Validation.Splits;

/// <summary>The cut between what a study may see and what is sealed until its end, as ranges of bars that meet at the cut, or leave bars out between them.</summary>
/// <param name="Development">The bars that a study may learn from, search over and test on.</param>
/// <param name="Sealed">The bars that are opened once, at the end.</param>
public sealed record HoldOut(IndexRange Development, IndexRange Sealed)
{
    /// <summary>
    /// Cuts a history: sealed is what opens within the last months before the last bar, or within the largest share of the whole time when the
    /// months are more than that. The cut depends on times only, never on prices or on how many bars are missing.
    /// </summary>
    /// <param name="openTimesMs">Opening times in milliseconds since 1970-01-01 UTC, strictly rising.</param>
    /// <param name="options">The months and the share.</param>
    /// <exception cref="ArgumentException">The times do not rise.</exception>
    /// <exception cref="SplitRefusedException">There are fewer than two bars.</exception>
    public static HoldOut Choose(ReadOnlySpan<long> openTimesMs, HoldOutOptions options)
    {
        options.Validate();
        if (openTimesMs.Length < 2)
        {
            throw new SplitRefusedException($"A hold-out needs at least 2 bars and there are {openTimesMs.Length}; load a longer history.");
        }

        for (var i = 1; i < openTimesMs.Length; i++)
        {
            if (openTimesMs[i] <= openTimesMs[i - 1])
            {
                throw new ArgumentException($"openTimesMs[{i}] is {openTimesMs[i]}; times must be strictly rising.", nameof(openTimesMs));
            }
        }

        var first = openTimesMs[0];
        var last = openTimesMs[^1];
        var byMonths = DateTimeOffset.FromUnixTimeMilliseconds(last).AddMonths(-options.Months).ToUnixTimeMilliseconds();
        var byShare = last - (long)((last - first) * options.MaximumShare);
        var from = Math.Max(byMonths, byShare);
        var cut = openTimesMs.BinarySearch(from);
        cut = cut < 0 ? ~cut : cut;
        return new(new(0, cut), new(cut, openTimesMs.Length));
    }

    /// <summary>Whether a sample may be used before the seal is broken: its row and its whole label lie in the development part.</summary>
    /// <param name="row">The sample's bar.</param>
    /// <param name="labelEnd">The exclusive end bar of its label.</param>
    public bool InDevelopment(int row, int labelEnd) => Development.Contains(row) && labelEnd <= Development.End;
}
