using Ratchet.Market.Bars;

namespace Ratchet.Features.Sets;

/// <summary>The columns of a plan that a store has, and what is to be given to it.</summary>
internal sealed class StoredColumns
{
    private readonly IFeatureColumnStore? store;
    private readonly string?[] keys;

    public StoredColumns(FeaturePlan plan, BarSeries bars, IFeatureColumnStore? store)
    {
        this.store = store;
        keys = new string?[plan.Descriptors.Length];
        Columns = new double[keys.Length][];
        if (store is null)
        {
            return;
        }

        var hash = BarContentHash.Compute(bars);
        for (var c = 0; c < keys.Length; c++)
        {
            if (plan.Definitions[c] is { } definition)
            {
                keys[c] = FeatureColumnKey.Compute(hash, plan.Descriptors[c].Name, definition);
                Columns[c] = store.Read(keys[c]!, bars.Count);
            }
        }
    }

    /// <summary>What the store has; null where it has nothing.</summary>
    public double[]?[] Columns { get; }

    /// <summary>Gives computed columns to the store and counts.</summary>
    public FeatureReuse Keep(double[][] computed)
    {
        var (hits, misses, unstored) = (0, 0, 0);
        for (var c = 0; c < keys.Length; c++)
        {
            if (Columns[c] is not null)
            {
                hits++;
            }
            else if (keys[c] is { } key)
            {
                misses++;
                store!.Write(key, computed[c]);
            }
            else
            {
                unstored++;
            }
        }

        return new(hits, misses, unstored);
    }
}
