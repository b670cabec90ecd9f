using Ratchet.Market.Bars;

namespace Ratchet.Storage.Columns;

/// <summary>
/// A series opened from the store: its columns are mapped, not read. The mapping stands until <see cref="Dispose"/>; dispose when no span of the
/// series is in use any more. Later writers do not disturb an open series.
/// </summary>
public sealed class StoredBars : IDisposable
{
    private readonly IReadOnlyList<IDisposable> mappings;

    internal StoredBars(BarSeries series, BarManifest manifest, IReadOnlyList<IDisposable> mappings)
    {
        Series = series;
        Manifest = manifest;
        this.mappings = mappings;
    }

    /// <summary>The bars.</summary>
    public BarSeries Series { get; }

    /// <summary>What is known of them.</summary>
    public BarManifest Manifest { get; }

    /// <summary>Releases the mappings; the columns refuse new spans afterwards. May be called again.</summary>
    public void Dispose()
    {
        foreach (var mapping in mappings)
        {
            mapping.Dispose();
        }
    }
}
