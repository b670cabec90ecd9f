namespace Ratchet.Storage.Ticks;

/// <summary>The rows of one UTC day (options: month; values: year), which lie in a folder of their own. A folder is never changed once a manifest names it.</summary>
/// <param name="Name">Such as <c>2024-08-09</c>; names sort by time.</param>
/// <param name="Folder">The folder's name in the series' folder: the name and the generation that made it.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="FirstTime">The first row's time, nanoseconds since 1970-01-01 UTC.</param>
/// <param name="LastTime">The last row's time.</param>
/// <param name="Hash">SHA-256 of the rows; see <see cref="TickContentHash"/>.</param>
public sealed record TickPartition(string Name, string Folder, int Rows, long FirstTime, long LastTime, string Hash)
{
    /// <summary>The classes of options that the column <c>root</c> numbers from 0; empty for other kinds.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];
}
