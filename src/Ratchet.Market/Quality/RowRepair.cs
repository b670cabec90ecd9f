using Ratchet.Market.Feeds;

namespace Ratchet.Market.Quality;

/// <summary>Raw rows after the repairs that were asked for.</summary>
/// <param name="Bars">The rows.</param>
/// <param name="Removed">Rows that were taken out.</param>
/// <param name="Facts">What was done, in words.</param>
public sealed record RowRepair(RawBars Bars, RawBars Removed, IReadOnlyList<string> Facts)
{
    /// <summary>Repairs rows; the given rows are not changed.</summary>
    /// <param name="bars">The rows.</param>
    /// <param name="options">Which repairs.</param>
    public static RowRepair Apply(RawBars bars, RepairOptions options)
    {
        var facts = new List<string>();
        var order = Enumerable.Range(0, bars.Count).ToArray();
        if (options.SortByTime)
        {
            var moved = Enumerable.Range(1, Math.Max(0, bars.Count - 1)).Count(i => bars.OpenTime[i] < bars.OpenTime[i - 1]);
            order = [.. order.OrderBy(i => bars.OpenTime[i])];
            if (moved > 0)
            {
                facts.Add($"sorted by time: {moved} rows came before the row above them");
            }
        }

        var removed = new List<int>();
        if (options.KeepLastDuplicate)
        {
            var kept = new List<int>(order.Length);
            for (var k = 0; k < order.Length; k++)
            {
                var isLast = k + 1 == order.Length || bars.OpenTime[order[k + 1]] != bars.OpenTime[order[k]];
                (isLast ? kept : removed).Add(order[k]);
            }

            order = [.. kept];
            if (removed.Count > 0)
            {
                facts.Add($"kept the last of rows with equal times: {removed.Count} rows taken out");
            }
        }

        var repaired = bars.Select(order);
        if (options.MissingVolumeIsZero && repaired.Volume.Any(double.IsNaN))
        {
            facts.Add($"took an empty volume as 0 in {repaired.Volume.Count(double.IsNaN)} rows");
            repaired = repaired with { Volume = [.. repaired.Volume.Select(v => double.IsNaN(v) ? 0 : v)] };
        }

        return new(repaired, bars.Select(removed.ToArray()), facts);
    }
}
