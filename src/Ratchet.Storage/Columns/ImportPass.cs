using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>Rows on their way: as they came into staged bronze columns, through repairs and checks, and the good ones into staged silver columns.</summary>
internal sealed class ImportPass : IDisposable
{
    private readonly ImportRequest request;
    private readonly DiskSteps disk;
    private readonly RepairStream repair;
    private readonly QualityStream quality;
    private readonly TradingCalendar calendar;
    private readonly FlatFill? fill;
    private readonly StagedBars bronze;
    private readonly StagedBars silver;
    private RawBars? removed;
    private QualityReport? report;

    public ImportPass(ImportRequest request, TimeFrame timeFrame, TradingCalendar calendar, string folder, DiskSteps disk)
    {
        this.request = request;
        this.calendar = calendar;
        this.disk = disk;
        BronzePath = Path.Combine(folder, "bronze");
        QuarantinePath = Path.Combine(folder, "quarantine.csv");
        repair = new(request.Repairs);
        quality = new(timeFrame, calendar, request.Quality);
        fill = request.Repairs.FillFlat ? new(calendar, timeFrame) : null;
        bronze = new(BronzePath, hasLines: true, disk);
        silver = new(Path.Combine(folder, "silver"), hasLines: false, disk);
    }

    public string BronzePath { get; }

    public string QuarantinePath { get; }

    public long BronzeRows => bronze.Rows;

    public TradingCalendar Calendar => calendar;

    /// <summary>The opening times of the bars that were filled in, rising.</summary>
    public IReadOnlyList<long> Filled => fill?.Times ?? [];

    /// <summary>Whether sorting was asked for and is needed: then the pass is of no use.</summary>
    public bool MustSort => request.Repairs.SortByTime && repair.Descents > 0;

    public StagedBars Silver => silver;

    public void Take(in BarRows rows)
    {
        bronze.Append(rows);
        Check(repair.Add(rows));
    }

    /// <summary>Takes all rows at once, repaired in memory; gives the repairs in words.</summary>
    public IReadOnlyList<string> TakeWhole(RawBars rows)
    {
        bronze.Append(BarRows.Of(rows));
        var repaired = RowRepair.Apply(rows, request.Repairs);
        removed = repaired.Removed;
        Check(BarRows.Of(repaired.Bars));
        return repaired.Facts;
    }

    /// <summary>Ends the check and closes the columns.</summary>
    public (QualityReport Report, IReadOnlyList<string> Facts) Finish()
    {
        Check(repair.Finish());
        report = quality.Finish();
        Keep(quality.Good);
        var facts = repair.Facts.ToList();
        if (fill is not null)
        {
            facts.Add($"filled {fill.Count} missing bars flat");
        }

        bronze.Finish();
        silver.Finish();
        return (report, facts);
    }

    public BarSeries Open(Symbol symbol, TimeFrame timeFrame) => silver.Open(symbol, timeFrame);

    /// <summary>Writes the rows that were kept out; false where there are none.</summary>
    public bool WriteQuarantine() => QuarantineText.Write(QuarantinePath, quality.BadRows, quality.BadIndices, report!, removed ?? repair.Removed, disk);

    public void Dispose()
    {
        quality.Dispose();
        bronze.Dispose();
        silver.Dispose();
    }

    private void Check(in BarRows rows)
    {
        quality.Add(rows);
        Keep(quality.Good);
    }

    private void Keep(in BarRows good) => silver.Append(fill is null ? good : fill.Add(good));
}
