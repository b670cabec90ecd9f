using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Binance.Download;

/// <summary>
/// Bars on their way into the archive, in order. An archive may rewrite the whole series at each append, so a part that grows with the series (one
/// sixteenth, at most 20 pages) is gathered first: the bytes written stay proportional to n log n, and a kill loses seconds of work, never a stored bar.
/// </summary>
internal sealed class PageBuffer(IBarArchive archive, Symbol symbol, TimeFrame timeFrame, int pageSize)
{
    private const int MostPages = 20;
    private BarSeriesBuilder pending = new(symbol, timeFrame);
    private long stored = archive.Stored?.Count ?? 0;

    public long Added { get; private set; }

    public void Add(in Bar bar) => pending.Add(bar);

    public void EndOfPage()
    {
        if (pending.Count >= Math.Min(stored / 16, (long)MostPages * pageSize))
        {
            Flush();
        }
    }

    public void Flush()
    {
        if (pending.Count == 0)
        {
            return;
        }

        // Emptied first: an archive that fails is not tried again with the same bars.
        var bars = pending.Build();
        pending = new(symbol, timeFrame);
        archive.Append(bars);
        stored += bars.Count;
        Added += bars.Count;
    }
}
