using System.Globalization;
using System.Text;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Hosting.Composition;

/// <summary>
/// Every opening of sealed bars below a data root, in one append-only file outside the studies: deleting a study, naming it anew or
/// choosing another time frame forgets none. Openings are keyed by symbol and overlapping interval.
/// </summary>
public sealed class HoldOutLedger(string root)
{
    private const string NoTrial = "-";
    private readonly string path = Path.Combine(root, "holdout_openings.tsv");

    /// <summary>Records that sealed bars are being opened; written through to disk before anything is computed on them.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="sealedBars">Its sealed part.</param>
    /// <param name="study">The study that opens it.</param>
    /// <param name="trial">The trial for which it is opened.</param>
    /// <param name="at">When.</param>
    public void Record(BarSeries bars, IndexRange sealedBars, string study, int trial, DateTimeOffset at) =>
        Append(bars, sealedBars, study, trial.ToString(CultureInfo.InvariantCulture), at);

    /// <summary>Records that sealed bars are being opened by something that is no study.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="sealedBars">What is opened of it.</param>
    /// <param name="by">Who opens it, in words.</param>
    /// <param name="at">When.</param>
    public void Record(BarSeries bars, IndexRange sealedBars, string by, DateTimeOffset at) => Append(bars, sealedBars, by, NoTrial, at);

    private void Append(BarSeries bars, IndexRange sealedBars, string study, string trial, DateTimeOffset at)
    {
        Directory.CreateDirectory(root);
        var (from, to) = Interval(bars, sealedBars);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{bars.Symbol.Name}\t{from}\t{to}\t{at:yyyy-MM-ddTHH:mm:ssZ}\t{study}\t{trial}\n");
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(Encoding.UTF8.GetBytes(line));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>All openings of bars of this symbol that overlap the sealed part, oldest first, each in words.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="sealedBars">Its sealed part.</param>
    public IReadOnlyList<string> Overlapping(BarSeries bars, IndexRange sealedBars)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var (from, to) = Interval(bars, sealedBars);
        var found = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split('\t');
            if (cells.Length == 6 && cells[0] == bars.Symbol.Name && UtcTime.Parse(cells[1]) < UtcTime.Parse(to) && UtcTime.Parse(from) < UtcTime.Parse(cells[2]))
            {
                found.Add(cells[5] == NoTrial ? $"{cells[3]} by {cells[4]}" : $"{cells[3]} by study {cells[4]}, trial {cells[5]}");
            }
        }

        return found;
    }

    /// <summary>Whether one opening of bars of this symbol covered the whole sealed part.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="sealedBars">Its sealed part.</param>
    public bool Covers(BarSeries bars, IndexRange sealedBars)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var (from, to) = Interval(bars, sealedBars);
        return File.ReadLines(path).Select(line => line.Split('\t')).Any(cells =>
            cells.Length == 6 && cells[0] == bars.Symbol.Name && UtcTime.Parse(cells[1]) <= UtcTime.Parse(from) && UtcTime.Parse(cells[2]) >= UtcTime.Parse(to));
    }

    private static (string From, string To) Interval(BarSeries bars, IndexRange sealedBars) => (
        UtcTime.Format(bars.OpenTime[sealedBars.Start]),
        UtcTime.Format(bars.OpenTime[sealedBars.End - 1] + bars.TimeFrame.Milliseconds));
}
