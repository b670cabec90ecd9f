namespace Ratchet.Reporting.Html.Sessions;

/// <summary>A table of a session's page.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Note">A sentence above it; empty for none.</param>
/// <param name="Columns">The names of its columns: the first holds names, the others numbers.</param>
/// <param name="Rows">Its rows, each with a text for every column; where there are none, the page says so.</param>
public sealed record SessionTable(string Heading, string Note, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
