using Ratchet.Market.Feeds;

namespace Ratchet.Market.Quality;

/// <summary>
/// The repairs of <see cref="RowRepair"/> for rows that come in chunks: taking out rows of equal times and reading an empty volume as 0. Sorting needs all
/// rows; where it is asked for and <see cref="Descents"/> is above 0 at the end, the result is of no use and the whole file must be repaired in memory.
/// </summary>
public sealed class RepairStream
{
    private readonly RepairOptions options;
    private readonly RawBarBuffer kept = new(8200);
    private readonly RawBarBuffer removed = new(0);
    private readonly bool isIdle;
    private BarRow held;
    private bool hasHeld;
    private long emptyVolumes;
    private long previous = long.MinValue;

    /// <summary>Begins.</summary>
    /// <param name="options">Which repairs.</param>
    public RepairStream(RepairOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        isIdle = !options.SortByTime && !options.KeepLastDuplicate && !options.MissingVolumeIsZero;
    }

    /// <summary>How many rows came before the row above them; counted where a repair is asked for.</summary>
    public long Descents { get; private set; }

    /// <summary>A copy of the rows that were taken out.</summary>
    public RawBars Removed => removed.Copy();

    /// <summary>What was done, in words.</summary>
    public IReadOnlyList<string> Facts
    {
        get
        {
            var facts = new List<string>();
            if (removed.Count > 0)
            {
                facts.Add($"kept the last of rows with equal times: {removed.Count} rows taken out");
            }

            if (emptyVolumes > 0)
            {
                facts.Add($"took an empty volume as 0 in {emptyVolumes} rows");
            }

            return facts;
        }
    }

    /// <summary>Repairs the next rows.</summary>
    /// <param name="rows">The rows as they came.</param>
    /// <returns>Rows that are ready; over memory that the next call uses again.</returns>
    public BarRows Add(in BarRows rows)
    {
        if (isIdle)
        {
            return rows;
        }

        kept.Clear();
        kept.Allow(!rows.TradeCount.IsEmpty, !rows.TakerBuyVolume.IsEmpty);
        removed.Allow(!rows.TradeCount.IsEmpty, !rows.TakerBuyVolume.IsEmpty);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows.Row(i);
            Descents += row.OpenTime < previous ? 1 : 0;
            previous = row.OpenTime;
            if (hasHeld)
            {
                Settle(options.KeepLastDuplicate && held.OpenTime == row.OpenTime);
            }

            (held, hasHeld) = (row, true);
        }

        return BarRows.Of(kept);
    }

    /// <summary>Gives the last row.</summary>
    public BarRows Finish()
    {
        kept.Clear();
        if (hasHeld)
        {
            Settle(isRemoved: false);
            hasHeld = false;
        }

        return BarRows.Of(kept);
    }

    private void Settle(bool isRemoved)
    {
        if (isRemoved)
        {
            removed.Add(held.OpenTime, held.Numbers, held.Line);
            return;
        }

        var isEmpty = options.MissingVolumeIsZero && double.IsNaN(held.Volume);
        emptyVolumes += isEmpty ? 1 : 0;
        kept.Add(held.OpenTime, isEmpty ? held.Numbers with { Volume = 0 } : held.Numbers, held.Line);
    }
}
