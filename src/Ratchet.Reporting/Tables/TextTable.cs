using System.Text;

namespace Ratchet.Reporting.Tables;

/// <summary>
/// A table of text with aligned columns, for terminals without colour and for documents. Widths count Unicode scalars,
/// two for wide East Asian ones; line breaks and tabs in cells become spaces.
/// </summary>
public sealed class TextTable
{
    private const string Gap = "  ";

    private readonly TextColumn[] _columns;
    private readonly List<string[]> _rows = [];

    /// <summary>An empty table.</summary>
    /// <param name="columns">At least one column.</param>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public TextTable(params IReadOnlyList<TextColumn> columns)
    {
        if (columns.Count == 0)
        {
            throw new ArgumentException("A table needs at least one column; 0 were given.", nameof(columns));
        }

        _columns = [.. columns];
    }

    /// <summary>The number of rows added so far.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Adds a row below the others.</summary>
    /// <param name="cells">One text for each column; null counts as empty.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">The number of cells differs from the number of columns.</exception>
    public TextTable Add(params IReadOnlyList<string?> cells)
    {
        if (cells.Count != _columns.Length)
        {
            throw new ArgumentException($"The row has {cells.Count} cells; the table has {_columns.Length} columns.", nameof(cells));
        }

        _rows.Add([.. cells.Select(cell => Clean(cell ?? ""))]);
        return this;
    }

    /// <summary>Headings, a rule and the rows, columns two spaces apart, no spaces at the ends of lines.</summary>
    public string ToPlainText()
    {
        var widths = Widths(cell => cell);
        var text = new StringBuilder();
        PlainLine(text, [.. _columns.Select(column => Clean(column.Name))], widths);
        PlainLine(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in _rows)
        {
            PlainLine(text, row, widths);
        }

        return text.ToString();
    }

    /// <summary>A pipe table of Markdown, aligned in the source as well; pipes and backslashes in cells are escaped.</summary>
    public string ToMarkdown()
    {
        var widths = Widths(MarkdownCell);
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Max(3, widths[i]);
        }

        var text = new StringBuilder();
        MarkdownLine(text, [.. _columns.Select(column => MarkdownCell(Clean(column.Name)))], widths);
        text.Append('|');
        for (var i = 0; i < widths.Length; i++)
        {
            text.Append(_columns[i].Alignment == ColumnAlignment.Centre ? ':' : '-').Append('-', widths[i])
                .Append(_columns[i].Alignment == ColumnAlignment.Left ? '-' : ':').Append('|');
        }

        text.Append('\n');
        foreach (var row in _rows)
        {
            MarkdownLine(text, [.. row.Select(MarkdownCell)], widths);
        }

        return text.ToString();
    }

    private static string MarkdownCell(string cell) => cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Clean(string cell) => cell.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();

    private int[] Widths(Func<string, string> form)
    {
        var widths = _columns.Select(column => Width(form(Clean(column.Name)))).ToArray();
        foreach (var row in _rows)
        {
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], Width(form(row[i])));
            }
        }

        return widths;
    }

    private void PlainLine(StringBuilder text, string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            line.Append(i > 0 ? Gap : "");
            Pad(line, cells[i], widths[i], _columns[i].Alignment);
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    private void MarkdownLine(StringBuilder text, string[] cells, int[] widths)
    {
        text.Append('|');
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append(' ');
            Pad(text, cells[i], widths[i], _columns[i].Alignment);
            text.Append(" |");
        }

        text.Append('\n');
    }

    private static void Pad(StringBuilder text, string cell, int width, ColumnAlignment alignment)
    {
        var room = width - Width(cell);
        var before = alignment switch
        {
            ColumnAlignment.Right => room,
            ColumnAlignment.Centre => room / 2,
            _ => 0,
        };
        text.Append(' ', before).Append(cell).Append(' ', room - before);
    }

    private static int Width(string cell)
    {
        var width = 0;
        foreach (var rune in cell.EnumerateRunes())
        {
            width += rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) ? 2 : 1;
        }

        return width;
    }
}
