namespace Ratchet.Features.Sets;

/// <summary>
/// Where computed columns are kept between runs, by the key of everything that decides their numbers (<see cref="FeatureColumnKey"/>). An entry that cannot be
/// read is a miss, never an error. Safe for use by several threads and processes at once.
/// </summary>
public interface IFeatureColumnStore
{
    /// <summary>Reads a column; null where there is none, or none that is whole.</summary>
    /// <param name="key">64 hexadecimal digits.</param>
    /// <param name="rows">How many elements it must have.</param>
    double[]? Read(string key, int rows);

    /// <summary>What went wrong so far, one sentence each.</summary>
    IReadOnlyList<string> Remarks { get; }

    /// <summary>Keeps a column; it may be dropped again at any time.</summary>
    /// <param name="key">64 hexadecimal digits.</param>
    /// <param name="column">The elements.</param>
    void Write(string key, ReadOnlySpan<double> column);
}
