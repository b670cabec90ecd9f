namespace Ratchet.Architecture.Tests;

/// <summary>One row of the table in docs/architecture.md.</summary>
internal sealed record FloorRow(int Floor, string Project, IReadOnlyList<string> References, IReadOnlyList<string> Folders)
{
    public static IReadOnlyList<FloorRow> ReadAll()
    {
        var rows = new List<FloorRow>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs/architecture.md")))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 7 && int.TryParse(cells[1], out var floor))
            {
                rows.Add(new(floor, cells[2], List(cells[4]), List(cells[5])));
            }
        }

        return rows;
    }

    private static string[] List(string cell) =>
        cell == "-" ? [] : cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
