using System.Text;
using Ratchet.Benchmarks.Measurement;

namespace Ratchet.Benchmarks.Reports;

/// <summary>Keeps results: one JSON document and one page, named by date and machine. A second run of a day takes the place of the first.</summary>
internal static class ResultsFolder
{
    /// <summary>Writes both files.</summary>
    /// <returns>Their paths.</returns>
    public static IReadOnlyList<string> Write(string folder, MachineFacts machine, IReadOnlyList<CaseOutcome> outcomes)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, FileName(machine));
        File.WriteAllText(name + ".json", JsonReport.Document(machine, outcomes) + "\n");
        File.WriteAllText(name + ".md", MarkdownReport.Of(machine, outcomes));
        return [name + ".json", name + ".md"];
    }

    /// <summary>Such as <c>2026-11-21-intel-xeon-2-60ghz-2-cores</c>.</summary>
    public static string FileName(MachineFacts machine)
    {
        var name = new StringBuilder();
        foreach (var letter in machine.Processor)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        return $"{machine.Date}-{name.ToString().Trim('-')}-{machine.Cores}-cores";
    }
}
