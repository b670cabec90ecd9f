namespace Ratchet.Storage.Columns;

/// <summary>One column of a stored series, as the manifest names it.</summary>
/// <param name="Name">Such as <c>open_time</c> or <c>close</c>.</param>
/// <param name="File">The file's name in the series' folder; it contains the generation of the rewrite that made it.</param>
/// <param name="Type">The NumPy type, <c>&lt;i8</c> or <c>&lt;f8</c>.</param>
public sealed record StoredColumn(string Name, string File, string Type);
