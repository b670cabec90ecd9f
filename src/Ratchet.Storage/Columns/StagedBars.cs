using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>Columns of bars that are written chunk by chunk into a folder of their own, before anything names them.</summary>
internal sealed class StagedBars : IDisposable
{
    private readonly string folder;
    private readonly DiskSteps disk;
    private readonly bool hasLines;
    private readonly List<ColumnWriter<double>> numbers = [];
    private readonly List<string> names = [];
    private readonly List<IDisposable> mappings = [];
    private ColumnWriter<long>? times;
    private ColumnWriter<long>? lines;
    private long[] lineBuffer = [];

    public StagedBars(string folder, bool hasLines, DiskSteps disk)
    {
        this.folder = folder;
        this.hasLines = hasLines;
        this.disk = disk;
        disk.CreateFolder(folder);
    }

    public long Rows { get; private set; }

    /// <summary>The names of the columns that were written.</summary>
    public IReadOnlyList<string> Names => names;

    public void Append(in BarRows rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (times is null)
        {
            Begin(!rows.TradeCount.IsEmpty, !rows.TakerBuyVolume.IsEmpty);
        }

        times!.Append(rows.OpenTime);
        numbers[0].Append(rows.Open);
        numbers[1].Append(rows.High);
        numbers[2].Append(rows.Low);
        numbers[3].Append(rows.Close);
        numbers[4].Append(rows.Volume);
        var next = 5;
        if (names.Contains(ColumnNames.TradeCount))
        {
            numbers[next++].Append(rows.TradeCount);
        }

        if (names.Contains(ColumnNames.TakerBuyVolume))
        {
            numbers[next].Append(rows.TakerBuyVolume);
        }

        AppendLines(rows.Line);
        Rows += rows.Count;
    }

    /// <summary>Flushes and closes the files.</summary>
    public void Finish()
    {
        times?.Finish();
        lines?.Finish();
        numbers.ForEach(n => n.Finish());
        Close();
    }

    public string PathOf(string column) => Path.Combine(folder, column + ".npy");

    /// <summary>The bars, mapped; after <see cref="Finish"/>.</summary>
    public BarSeries Open(Symbol symbol, TimeFrame timeFrame) => new(symbol, timeFrame, new BarColumns
    {
        OpenTime = Map<long>(ColumnNames.OpenTime),
        Open = Map<double>(ColumnNames.Open),
        High = Map<double>(ColumnNames.High),
        Low = Map<double>(ColumnNames.Low),
        Close = Map<double>(ColumnNames.Close),
        Volume = Map<double>(ColumnNames.Volume),
        TradeCount = Map<double>(ColumnNames.TradeCount),
        TakerBuyVolume = Map<double>(ColumnNames.TakerBuyVolume),
    });

    public void Dispose()
    {
        Close();
        mappings.ForEach(m => m.Dispose());
    }

    private void Begin(bool hasTrades, bool hasTaker)
    {
        names.AddRange([ColumnNames.OpenTime, ColumnNames.Open, ColumnNames.High, ColumnNames.Low, ColumnNames.Close, ColumnNames.Volume]);
        names.AddRange(hasTrades ? [ColumnNames.TradeCount] : []);
        names.AddRange(hasTaker ? [ColumnNames.TakerBuyVolume] : []);
        times = new(PathOf(ColumnNames.OpenTime), disk);
        numbers.AddRange(names.Skip(1).Select(n => new ColumnWriter<double>(PathOf(n), disk)));
        lines = hasLines ? new(PathOf(ColumnNames.SourceLine), disk) : null;
    }

    private void AppendLines(ReadOnlySpan<int> source)
    {
        if (lines is null)
        {
            return;
        }

        lineBuffer = lineBuffer.Length < source.Length ? new long[source.Length] : lineBuffer;
        for (var i = 0; i < source.Length; i++)
        {
            lineBuffer[i] = source[i];
        }

        lines.Append(lineBuffer.AsSpan(0, source.Length));
    }

    private void Close()
    {
        times?.Dispose();
        lines?.Dispose();
        numbers.ForEach(n => n.Dispose());
    }

    private ReadOnlyMemory<T> Map<T>(string name)
        where T : unmanaged
    {
        if (!names.Contains(name))
        {
            return default;
        }

        var mapped = NpyFile.Map<T>(PathOf(name));
        mappings.Add(mapped);
        return mapped.Memory;
    }
}
