using Ratchet.Features.Sets;

namespace Ratchet.Storage.Tests.FeatureCache;

/// <summary>Passes on to a store and remembers for each column that was asked for whether it was there.</summary>
internal sealed class RecordingStore(IFeatureColumnStore inner) : IFeatureColumnStore
{
    private readonly List<bool> found = [];

    /// <summary>In the order in which columns were asked for, which is that of the set.</summary>
    public IReadOnlyList<bool> Found => found;

    public IReadOnlyList<string> Remarks => inner.Remarks;

    public double[]? Read(string key, int rows)
    {
        var column = inner.Read(key, rows);
        found.Add(column is not null);
        return column;
    }

    public void Write(string key, ReadOnlySpan<double> column) => inner.Write(key, column);
}
