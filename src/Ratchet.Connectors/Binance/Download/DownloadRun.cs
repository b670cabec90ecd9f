using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Download;

/// <summary>One download under way.</summary>
internal sealed class DownloadRun
{
    private readonly BinanceRest rest;
    private readonly TimeProvider clock;
    private readonly DownloadRequest request;
    private readonly BarSeries? stored;
    private readonly PageBuffer buffer;
    private readonly IProgress<DownloadProgress>? progress;
    private readonly TimeRange range;
    private readonly List<TimeRange> spans;
    private readonly long total;
    private readonly long already;
    private readonly long startedAt;
    private readonly List<BarDifference> differences = [];
    private long received;
    private long missed;
    private long compared;
    private int pages;

    public DownloadRun(BinanceRest rest, TimeProvider clock, DownloadRequest request, IBarArchive archive, IProgress<DownloadProgress>? progress)
    {
        this.rest = rest;
        this.clock = clock;
        this.request = request;
        this.progress = progress;
        stored = archive.Stored;
        buffer = new(archive, request.Symbol, request.TimeFrame, rest.Options.PageSize);
        var step = request.TimeFrame.Milliseconds;
        range = KlineDownload.OnGrid(request.Range, request.TimeFrame, rest.Clock.Now - (long)rest.Options.SettleTime.TotalMilliseconds);
        var missing = MissingBars.Find(stored, request.TimeFrame, range);
        total = request.Verify ? (range.To - range.From) / step : missing.Sum(m => (m.To - m.From) / step);
        already = ((range.To - range.From) / step) - missing.Sum(m => (m.To - m.From) / step);
        spans = request.Verify ? (range.IsEmpty ? [] : [range]) : MissingBars.Merge(missing, step * rest.Options.PageSize);
        startedAt = clock.GetTimestamp();
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Report(0);
        long done = 0;
        foreach (var span in spans)
        {
            var cursor = span.From;
            while (cursor < span.To)
            {
                var asked = Widened(new(cursor, span.To));
                var page = await rest.GetKlinesAsync(request.Symbol, request.TimeFrame, asked, cancellationToken);
                pages++;
                var end = page is { IsFull: true, Bars.Count: > 0 } ? page.Bars[^1].OpenTime + request.TimeFrame.Milliseconds : span.To;
                end = Math.Min(end, span.To);
                Take(page.Bars, new(cursor, end));
                done += request.Verify ? (end - cursor) / request.TimeFrame.Milliseconds : MissingIn(new(cursor, end));
                cursor = end;
                buffer.EndOfPage();
                Report(done);
            }
        }
    }

    public void Flush() => buffer.Flush();

    public DownloadResult Result() => new(range, already, buffer.Added, compared, missed, differences, pages);

    /// <summary>One stored neighbour more at either side, so that the seam is compared.</summary>
    private TimeRange Widened(TimeRange span)
    {
        var step = request.TimeFrame.Milliseconds;
        return new(IndexOf(span.From - step) >= 0 ? span.From - step : span.From, IndexOf(span.To) >= 0 ? span.To + step : span.To);
    }

    private void Take(IReadOnlyList<Bar> bars, TimeRange settled)
    {
        long count = 0;
        foreach (var bar in bars)
        {
            var index = IndexOf(bar.OpenTime);
            count += settled.Contains(bar.OpenTime) ? 1 : 0;
            if (index < 0)
            {
                buffer.Add(bar);
                received++;
                continue;
            }

            compared++;
            if (!KlineDownload.Agree(stored![index], bar))
            {
                differences.Add(new(stored[index], bar));
            }
        }

        missed += ((settled.To - settled.From) / request.TimeFrame.Milliseconds) - count;
    }

    private long MissingIn(TimeRange part) => MissingBars.Find(stored, request.TimeFrame, part).Sum(m => (m.To - m.From) / request.TimeFrame.Milliseconds);

    private int IndexOf(long time)
    {
        if (stored is null)
        {
            return -1;
        }

        var index = MissingBars.LowerBound(stored.OpenTime, time);
        return index < stored.Count && stored.OpenTime[index] == time ? index : -1;
    }

    private void Report(long done)
    {
        if (progress is null)
        {
            return;
        }

        var seconds = clock.GetElapsedTime(startedAt).TotalSeconds;
        var rate = seconds > 0 ? done / seconds : double.NaN;
        progress.Report(new(received, done, total, rate, rate > 0 ? TimeSpan.FromSeconds((total - done) / rate) : null));
    }
}
