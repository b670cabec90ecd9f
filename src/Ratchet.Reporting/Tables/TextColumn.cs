namespace Ratchet.Reporting.Tables;

/// <summary>A column of a text table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Alignment">Where its text stands.</param>
public readonly record struct TextColumn(string Name, ColumnAlignment Alignment = ColumnAlignment.Left);
