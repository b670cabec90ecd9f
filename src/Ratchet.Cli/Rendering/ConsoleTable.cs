using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>Tables on standard output: borders and colour in a terminal, plain text elsewhere.</summary>
internal static class ConsoleTable
{
    public static void Write(TextWriter writer, Spectre.Console.Rendering.IRenderable content)
    {
        var isPlain = Console.IsOutputRedirected || !ReferenceEquals(writer, Console.Out);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isPlain)
        {
            console.Profile.Width = 140;
        }

        console.Write(content);
    }

    public static Table Make(string first, params string[] others)
    {
        string[] headings = [first, .. others];
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < headings.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(headings[i]));
            table.AddColumn(i == 0 ? column.LeftAligned().NoWrap() : column.RightAligned());
        }

        return table;
    }
}
