using Ratchet.Market.Bars;

namespace Ratchet.Features.Levels;

/// <summary>The levels that hold while bars come in. Not safe for several threads.</summary>
/// <param name="sources">Fresh sources, each kind once; the stream owns them.</param>
public sealed class LevelStream(IReadOnlyList<ILevelSource> sources)
{
    private readonly ILevelSource[] sources = [.. sources];

    /// <summary>Lets time pass.</summary>
    /// <param name="now">Milliseconds UTC, never falling.</param>
    public void Advance(long now)
    {
        foreach (var source in sources)
        {
            source.Advance(now);
        }
    }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">The bar; opening times rise.</param>
    public void Update(in Bar bar)
    {
        Advance(bar.OpenTime);
        foreach (var source in sources)
        {
            source.Update(bar);
        }
    }

    /// <summary>The level of a kind that holds at a moment.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="now">The moment: that of the last bar's close or of the last Advance.</param>
    /// <param name="level">The level.</param>
    /// <returns>False where none holds.</returns>
    public bool TryGet(LevelKind kind, long now, out Level level)
    {
        foreach (var source in sources)
        {
            foreach (var candidate in source.Current)
            {
                if (candidate.Kind == kind)
                {
                    level = candidate;
                    return candidate.HoldsAt(now);
                }
            }
        }

        level = Level.None(kind);
        return false;
    }
}
