using System.Globalization;
using Ratchet.Market.Feeds;

namespace Ratchet.Storage.Columns;

/// <summary>
/// The bad rows of a series' quarantine files, each counted once although overlapping files bring it again: of each time and defect, as many as the file
/// that has most of them.
/// </summary>
internal sealed class QuarantinedRows
{
    private readonly Dictionary<(long Time, string Defect), int> most = [];

    /// <summary>When bad rows open, each time once.</summary>
    public IEnumerable<long> Times => most.Keys.Select(k => k.Time).Distinct();

    /// <summary>How many rows have each defect.</summary>
    public IEnumerable<(string Defect, long Rows)> Counts => most.GroupBy(m => m.Key.Defect).Select(g => (g.Key, g.Sum(m => (long)m.Value)));

    /// <summary>Reads a series' files; one that is no longer there counts for nothing.</summary>
    public static QuarantinedRows Of(SeriesFolder folder, BarManifest manifest)
    {
        var rows = new QuarantinedRows();
        foreach (var name in manifest.Quarantine)
        {
            var path = folder.PathOf(Path.GetFileName(name));
            if (File.Exists(path))
            {
                rows.Add(path);
            }
        }

        return rows;
    }

    /// <summary>Adds a file; true where it has a bad row that the others have not.</summary>
    /// <exception cref="MarketDataException">The file is not as it was written.</exception>
    public bool Add(string path)
    {
        var own = new Dictionary<(long Time, string Defect), int>();
        var number = 1;
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            number++;
            var fields = line.Split(',', 5);
            if (fields.Length < 5 || !long.TryParse(fields[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time))
            {
                throw MarketDataException.At(path, number, null, "the line is no row that was kept out.", "Restore the file from a backup, or remove it; its rows are then no longer counted.");
            }

            foreach (var defect in fields[1].Split(' '))
            {
                if (defect != QuarantineText.Removed)
                {
                    own[(time, defect)] = own.GetValueOrDefault((time, defect)) + 1;
                }
            }
        }

        var isMore = false;
        foreach (var (key, count) in own)
        {
            if (count > most.GetValueOrDefault(key))
            {
                most[key] = count;
                isMore = true;
            }
        }

        return isMore;
    }
}
