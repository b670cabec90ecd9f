using Ratchet.Market.Bars;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>Symbols that are traded over one balance.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Places">The series' places in the list that the study was given.</param>
public sealed record StudyBook(string Name, IReadOnlyList<int> Places)
{
    /// <summary>Each series alone, then all of a time frame together where there are several.</summary>
    /// <param name="series">The series.</param>
    /// <exception cref="ArgumentException">There is no series, or a symbol occurs twice in a time frame.</exception>
    public static IReadOnlyList<StudyBook> Of(IReadOnlyList<BarSeries> series)
    {
        if (series.Count == 0)
        {
            throw new ArgumentException("There are no bars to study.", nameof(series));
        }

        var books = series.Select((s, i) => new StudyBook($"{s.Symbol} {s.TimeFrame}", [i])).ToList();
        foreach (var frame in series.Select((s, i) => (Series: s, Place: i)).GroupBy(s => s.Series.TimeFrame).OrderBy(g => g.Key.Minutes))
        {
            var places = frame.Select(s => s.Place).ToArray();
            if (frame.Select(s => s.Series.Symbol).Distinct().Count() != places.Length)
            {
                throw new ArgumentException($"A symbol has two series of {frame.Key}; each may have one.", nameof(series));
            }

            if (places.Length > 1)
            {
                books.Add(new($"all {places.Length} {frame.Key}", places));
            }
        }

        return books;
    }

    /// <summary>Whether no other of the books holds its series beside others.</summary>
    /// <param name="all">The books.</param>
    public bool IsWhole(IEnumerable<StudyBook> all) => !all.Any(o => o.Places.Count > Places.Count && o.Places.Contains(Places[0]));
}
