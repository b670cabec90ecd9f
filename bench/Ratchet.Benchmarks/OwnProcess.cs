using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks;

/// <summary>Measures a case in a process of its own, so that the peak of that process's memory is the case's.</summary>
internal static class OwnProcess
{
    /// <summary>The first word of a process's command line that measures one case and prints its result for the process that began it.</summary>
    public const string Word = "ONE";

    private static readonly JsonSerializerOptions Text = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Begins the process and waits for its result.</summary>
    /// <exception cref="InvalidOperationException">The process failed; it has said why on the error stream.</exception>
    public static CaseResult Run(BenchmarkCase next, int threads)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The system does not tell which program this is.");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var word in (string[])[Word, next.Id, threads.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Read(output)
            : throw new InvalidOperationException($"{next.Id} ended with {process.ExitCode}; its own words are above.");
    }

    /// <summary>What such a process does: measures the case that its words name, and prints the result.</summary>
    /// <returns>The exit code.</returns>
    public static int Start(IReadOnlyList<string> words)
    {
        var next = CaseTable.All.Single(c => c.Id == words[0]);
        var result = next.Run(new(PeerArrays.Locate(), int.Parse(words[1], CultureInfo.InvariantCulture)));
        Console.WriteLine(Write(result with { PeakMegabytes = PeakMemory.Megabytes() }));
        return 0;
    }

    /// <summary>A result as one line.</summary>
    public static string Write(CaseResult result) => JsonSerializer.Serialize(result, Text);

    /// <summary>The result in the last line of a process's output.</summary>
    public static CaseResult Read(string output) =>
        JsonSerializer.Deserialize<CaseResult>(output.TrimEnd().Split('\n')[^1], Text) ?? throw new InvalidOperationException("The process printed no result.");
}
