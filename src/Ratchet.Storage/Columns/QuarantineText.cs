using System.Globalization;
using System.Text;
using Ratchet.Market.Feeds;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>Rows that were kept out, as CSV: the source's line, the reasons, and the values as they were read; an empty field stands for none.</summary>
internal static class QuarantineText
{
    /// <summary>The reason of rows that a repair took out; they are not bad.</summary>
    public const string Removed = "RemovedByRepair";

    private const int Part = 1 << 16;

    /// <summary>Writes the file; false, and no file, where there is no such row.</summary>
    public static bool Write(string path, RawBars bad, IReadOnlyList<int> indices, QualityReport report, RawBars removed, DiskSteps disk)
    {
        if (bad.Count == 0 && removed.Count == 0)
        {
            return false;
        }

        var reasons = Reasons(report);
        var order = Enumerable.Range(0, bad.Count).ToArray();
        Array.Sort(order, (a, b) => bad.Line[a] != bad.Line[b] ? bad.Line[a].CompareTo(bad.Line[b]) : indices[a].CompareTo(indices[b]));
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var text = new StringBuilder("source_line,reason,time,open_time,open,high,low,close,volume,trade_count,taker_buy_volume\n");
        foreach (var i in order)
        {
            Append(text, bad, i, reasons[indices[i]]);
            Flush(stream, text, Part, disk);
        }

        for (var i = 0; i < removed.Count; i++)
        {
            Append(text, removed, i, Removed);
            Flush(stream, text, Part, disk);
        }

        Flush(stream, text, 0, disk);
        disk.Flush(stream, "quarantine");
        return true;
    }

    private static Dictionary<int, string> Reasons(QualityReport report)
    {
        var reasons = new Dictionary<int, string>();
        foreach (var defect in report.Defects)
        {
            if (defect.IsBad)
            {
                var name = defect.Kind.ToString();
                reasons[defect.Row] = reasons.TryGetValue(defect.Row, out var others) ? $"{others} {name}" : name;
            }
        }

        return reasons;
    }

    private static void Flush(FileStream stream, StringBuilder text, int most, DiskSteps disk)
    {
        if (text.Length > most)
        {
            disk.Write(stream, Encoding.UTF8.GetBytes(text.ToString()), "quarantine");
            text.Clear();
        }
    }

    private static void Append(StringBuilder text, RawBars rows, int i, string reason)
    {
        text.Append(CultureInfo.InvariantCulture, $"{rows.Line[i]},{reason},{UtcTime.Format(rows.OpenTime[i])},{rows.OpenTime[i]}");
        foreach (var value in (double[])[rows.Open[i], rows.High[i], rows.Low[i], rows.Close[i], rows.Volume[i], Optional(rows.TradeCount, i), Optional(rows.TakerBuyVolume, i)])
        {
            text.Append(',').Append(double.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture));
        }

        text.Append('\n');
    }

    private static double Optional(double[] column, int i) => column.Length == 0 ? double.NaN : column[i];
}
