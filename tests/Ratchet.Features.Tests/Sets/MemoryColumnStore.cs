using System.Collections.Concurrent;
using Ratchet.Features.Sets;

namespace Ratchet.Features.Tests.Sets;

/// <summary>A store of columns in memory.</summary>
internal sealed class MemoryColumnStore : IFeatureColumnStore
{
    private readonly ConcurrentDictionary<string, double[]> columns = new(StringComparer.Ordinal);

    public int Count => columns.Count;

    public IReadOnlyList<string> Remarks => [];

    public double[]? Read(string key, int rows) => columns.TryGetValue(key, out var column) && column.Length == rows ? [.. column] : null;

    public void Write(string key, ReadOnlySpan<double> column) => columns[key] = column.ToArray();
}
