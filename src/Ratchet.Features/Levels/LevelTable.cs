using Ratchet.Market.Bars;

namespace Ratchet.Features.Levels;

/// <summary>
/// The batch form of <see cref="LevelStream"/>: every level that was published over a series, by kind and by time of becoming known. Immutable; safe for
/// several threads.
/// </summary>
public sealed class LevelTable
{
    private readonly Dictionary<LevelKind, List<Level>> levels = [];

    private LevelTable()
    {
    }

    /// <summary>The kinds that had a level, in order.</summary>
    public IReadOnlyList<LevelKind> Kinds => [.. levels.Keys.Order()];

    /// <summary>Runs sources over a series.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="sources">Fresh sources, each kind once; they are used up.</param>
    /// <param name="until">The moment up to which time passes after the last bar, milliseconds UTC; null for the close of the last bar.</param>
    public static LevelTable Build(BarSeries bars, IReadOnlyList<ILevelSource> sources, long? until = null)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(sources);
        var table = new LevelTable();
        foreach (var source in sources)
        {
            for (var i = 0; i < bars.Count; i++)
            {
                source.Advance(bars.OpenTime[i]);
                table.Take(source);
                source.Update(bars[i]);
                table.Take(source);
            }

            if (until is { } end)
            {
                source.Advance(end);
                table.Take(source);
            }
        }

        return table;
    }

    /// <summary>The levels of a kind by the time of becoming known; a later one takes the place of an earlier.</summary>
    /// <param name="kind">The kind.</param>
    public IReadOnlyList<Level> Of(LevelKind kind) => levels.TryGetValue(kind, out var found) ? found : [];

    /// <summary>The level of a kind that holds at a moment. O(log n).</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="time">Milliseconds UTC.</param>
    /// <param name="level">The level.</param>
    /// <returns>False where none holds.</returns>
    public bool TryFind(LevelKind kind, long time, out Level level)
    {
        level = Level.None(kind);
        if (!levels.TryGetValue(kind, out var found))
        {
            return false;
        }

        var (from, to) = (0, found.Count);
        while (from < to)
        {
            var middle = from + ((to - from) >> 1);
            (from, to) = found[middle].KnownFrom <= time ? (middle + 1, to) : (from, middle);
        }

        if (from == 0)
        {
            return false;
        }

        level = found[from - 1];
        return level.HoldsAt(time);
    }

    private void Take(ILevelSource source)
    {
        foreach (var level in source.Current)
        {
            if (double.IsNaN(level.Price))
            {
                continue;
            }

            if (!levels.TryGetValue(level.Kind, out var list))
            {
                levels.Add(level.Kind, list = []);
            }

            if (list.Count == 0 || list[^1] != level)
            {
                list.Add(level);
            }
        }
    }
}
