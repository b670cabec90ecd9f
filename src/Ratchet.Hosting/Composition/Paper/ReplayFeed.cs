using System.Runtime.CompilerServices;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds.Live;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// Recorded bars as a feed: each at its close, in the order of the closes; at equal closes finer bars first, then by the order of the subscriptions. Ends with the last bar.
/// </summary>
/// <param name="series">The bars.</param>
/// <param name="clock">Whose time they move, or wait for.</param>
public sealed class ReplayFeed(IReadOnlyList<BarSeries> series, ReplayClock clock) : IBarFeed
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A subscription has no bars.</exception>
    public async IAsyncEnumerable<FeedEvent> ReadAsync(
        IReadOnlyList<FeedSubscription> subscriptions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscriptions);
        var bars = new BarSeries[subscriptions.Count];
        var rows = new int[subscriptions.Count];
        for (var i = 0; i < bars.Length; i++)
        {
            var wanted = subscriptions[i];
            bars[i] = series.FirstOrDefault(s => s.Symbol == wanted.Symbol && s.TimeFrame == wanted.TimeFrame)
                ?? throw new ArgumentException($"There are no bars of {wanted.Symbol} {wanted.TimeFrame} to replay.", nameof(subscriptions));
            rows[i] = wanted.After is { } after ? SessionHistory.LowerBound(bars[i], after + 1) : 0;
        }

        yield return new FeedConnected(clock.GetUtcNow().ToUnixTimeMilliseconds(), 1);
        while (First(bars, rows) is >= 0 and var next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = bars[next];
            var bar = source[rows[next]++];
            var close = bar.OpenTime + source.TimeFrame.Milliseconds;
            await clock.ReachAsync(close, cancellationToken);
            yield return new BarClosed(close, source.Symbol, source.TimeFrame, bar, false);
        }
    }

    private static int First(BarSeries[] bars, int[] rows)
    {
        var next = -1;
        var (close, frame) = (long.MaxValue, 0);
        for (var i = 0; i < bars.Length; i++)
        {
            if (rows[i] >= bars[i].Count)
            {
                continue;
            }

            var ends = bars[i].OpenTime[rows[i]] + bars[i].TimeFrame.Milliseconds;
            if (ends < close || (ends == close && bars[i].TimeFrame.Minutes < frame))
            {
                (next, close, frame) = (i, ends, bars[i].TimeFrame.Minutes);
            }
        }

        return next;
    }
}
