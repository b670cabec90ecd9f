using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>
/// Tests the adaptive layer on bars: what every way to choose a profile makes of the same signals, and what it makes of a balance through the engine. Every way
/// learns as it goes; what knows the outcome beforehand is marked as hindsight.
/// </summary>
public static class ProfileStudy
{
    private const double MonthMilliseconds = 365.25 / 12 * 86_400_000;

    /// <summary>Runs a study.</summary>
    /// <param name="series">The bars; each symbol once in a time frame.</param>
    /// <param name="options">What is run.</param>
    /// <param name="threads">How many threads, from 1; the result does not depend on it.</param>
    /// <param name="told">Told what is done; may be null. Called from any thread.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">An option is wrong, or series do not fit together.</exception>
    public static ProfileStudyResult Run(
        IReadOnlyList<BarSeries> series, ProfileStudyOptions options, int threads, Action<string>? told, CancellationToken cancellationToken)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var books = StudyBook.Of(series);
        var (scans, parts, alone) = Work(series, books, options, true, threads, told, cancellationToken);
        (string Name, ProfileStudyOptions Options)[] others =
        [
            (StudyVariant.Quantiles, options with { Regimes = options.Regimes with { UseQuantiles = true } }),
            (StudyVariant.NoCosts, options with { Venue = options.Venue with { TakerFee = 0, MakerFee = 0, SlippageBps = 0, SlippageFactor = 0 } }),
        ];
        var variants = new List<StudyVariant>();
        foreach (var (name, changed) in others)
        {
            told?.Invoke(name);
            var found = Work(series, books, changed with { MarkovRegimes = null, EngineSeeds = 0, Policies = [StudyPolicy.Standard] }, false, threads, null, cancellationToken);
            variants.Add(new(name, found.Scans, found.Parts));
        }

        return new(options, scans, parts, alone, variants);
    }

    private static (SymbolScan[] Scans, StudyBookResult[] Parts, StrategyBookResult[] Alone) Work(
        IReadOnlyList<BarSeries> series,
        IReadOnlyList<StudyBook> books,
        ProfileStudyOptions options,
        bool eachAlone,
        int threads,
        Action<string>? told,
        CancellationToken cancellationToken)
    {
        var scans = new SymbolScan[series.Count];
        WorkQueue.Run(
            scans.Length,
            threads,
            i =>
            {
                scans[i] = SymbolScanner.Run(series[i], options, cancellationToken);
                told?.Invoke($"{series[i].Symbol} {series[i].TimeFrame}: {scans[i].Entries.Count} signals");
            },
            cancellationToken);
        var parts = books.Select(b => new BookParts(b, [.. b.Places.Select(p => scans[p])], options)).ToArray();
        var alone = !eachAlone || options.Strategies.Count == 1 ? [] : books.Where(b => b.IsWhole(books)).SelectMany(b => Alone(b, scans, options)).ToArray();

        // The largest books first, so that no thread is left with one at the end.
        Action<CancellationToken>[] work = [.. parts.Concat(alone.Select(a => a.Parts)).OrderByDescending(p => p.Size).SelectMany(p => p.Work)];
        var done = 0;
        WorkQueue.Run(
            work.Length,
            threads,
            i =>
            {
                work[i](cancellationToken);
                if (Interlocked.Increment(ref done) is var count && (count % 50 == 0 || count == work.Length))
                {
                    told?.Invoke($"{count} of {work.Length} runs");
                }
            },
            cancellationToken);
        return (
            scans,
            [.. parts.Select(p => p.Result(MonthMilliseconds))],
            [.. alone.Select(a => new StrategyBookResult(a.Strategy, a.Book, a.Parts.Result(MonthMilliseconds)))]);
    }

    private static IEnumerable<(string Strategy, string Book, BookParts Parts)> Alone(StudyBook book, SymbolScan[] scans, ProfileStudyOptions options)
    {
        for (var s = 0; s < options.Strategies.Count; s++)
        {
            var strategy = s;
            var one = book with { Name = $"{book.Name}, {options.Strategies[s].Name}" };
            var parts = new BookParts(one, [.. book.Places.Select(p => scans[p].Only(strategy))], options with { Strategies = [options.Strategies[s]], Policies = [StudyPolicy.Standard] });
            yield return (options.Strategies[s].Name, book.Name, parts);
        }
    }
}
