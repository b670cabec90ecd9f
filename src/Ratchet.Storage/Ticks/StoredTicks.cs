namespace Ratchet.Storage.Ticks;

/// <summary>
/// Ticks opened from the store. Rows of one partition are mapped, not read; rows of several are joined in memory. The mapping stands until
/// <see cref="Dispose"/>; dispose when no span of the series is in use any more. Later writers do not disturb open series.
/// </summary>
/// <typeparam name="TSeries">The type of series.</typeparam>
public sealed class StoredTicks<TSeries> : IDisposable
{
    private readonly IReadOnlyList<IDisposable> mappings;

    internal StoredTicks(TSeries series, TickManifest manifest, IReadOnlyList<IDisposable> mappings)
    {
        Series = series;
        Manifest = manifest;
        this.mappings = mappings;
    }

    /// <summary>The rows of the range that was asked for.</summary>
    public TSeries Series { get; }

    /// <summary>What is known of the whole series.</summary>
    public TickManifest Manifest { get; }

    /// <summary>Releases the mappings; the columns refuse new spans afterwards. May be called again.</summary>
    public void Dispose()
    {
        foreach (var mapping in mappings)
        {
            mapping.Dispose();
        }
    }
}
