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

        // The largest books first, so that no thread is left with one at the end.
        Action<CancellationToken>[] work = [.. parts.OrderByDescending(p => p.Size).SelectMany(p => p.Work)];
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
        return new(options, scans, [.. parts.Select(p => p.Result(MonthMilliseconds))]);
    }
}
