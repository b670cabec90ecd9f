using Ratchet.Connectors.Binance.Download;
using Ratchet.Market.Bars;

namespace Ratchet.Connectors.Tests.Binance.Download;

/// <summary>An archive in memory that can die at a chosen append, before or after the bars are kept.</summary>
internal sealed class MemoryArchive : IBarArchive
{
    private readonly List<Bar> bars = [];
    private int appends;

    /// <summary>The bars as a new opening of the archive sees them.</summary>
    public BarSeries? Stored { get; private set; }

    public IReadOnlyList<Bar> Bars => bars;

    public int DieAt { get; set; } = -1;

    public bool DieAfterKeeping { get; set; }

    public void Append(BarSeries added)
    {
        var dies = appends++ == DieAt;
        if (dies && !DieAfterKeeping)
        {
            throw new InvalidOperationException("killed");
        }

        for (var i = 0; i < added.Count; i++)
        {
            bars.Add(added[i]);
        }

        if (dies)
        {
            throw new InvalidOperationException("killed");
        }
    }

    public void Put(params IEnumerable<Bar> given) => bars.AddRange(given);

    /// <summary>Opens the archive anew, as a new process would.</summary>
    public void Reopen(FakeSeries series)
    {
        bars.Sort((a, b) => a.OpenTime.CompareTo(b.OpenTime));
        Stored = bars.Count == 0 ? null : series.Of(bars);
        appends = 0;
        DieAt = -1;
    }
}
