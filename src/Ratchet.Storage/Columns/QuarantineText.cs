using System.Globalization;
using System.Text;
using Ratchet.Market.Feeds;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>Rows that were kept out, as CSV: the source's line, the reasons, and the values as they were read; an empty field stands for none.</summary>
internal static class QuarantineText
{
    public static byte[]? Write(RawBars rows, QualityReport report, RawBars removed)
    {
        if (report.BadRows == 0 && removed.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder("source_line,reason,time,open_time,open,high,low,close,volume,trade_count,taker_buy_volume\n");
        foreach (var group in report.Defects.Where(d => d.IsBad).GroupBy(d => d.Row).OrderBy(g => rows.Line[g.Key]))
        {
            Append(text, rows, group.Key, string.Join(' ', group.Select(d => d.Kind)));
        }

        for (var i = 0; i < removed.Count; i++)
        {
            Append(text, removed, i, "RemovedByRepair");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
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
