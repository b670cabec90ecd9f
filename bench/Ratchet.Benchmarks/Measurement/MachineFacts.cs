using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ratchet.Benchmarks.Measurement;

/// <summary>What a figure was measured on, without which it says nothing.</summary>
internal sealed record MachineFacts
{
    /// <summary>The day, as 2026-01-31.</summary>
    public required string Date { get; init; }

    public required string Processor { get; init; }

    public required int Cores { get; init; }

    public required double MemoryGiB { get; init; }

    public required string System { get; init; }

    public required string Runtime { get; init; }

    /// <summary>The commit that was built, with a plus where files were changed after it.</summary>
    public required string Commit { get; init; }

    /// <summary>How many threads parallel cases used.</summary>
    public required int Threads { get; init; }

    /// <summary>The load average over one minute when the run began; NaN where the system has none.</summary>
    public required double LoadBefore { get; init; }

    /// <summary>The same at the end.</summary>
    public double LoadAfter { get; init; } = double.NaN;

    public static MachineFacts Read(string date, int threads) => new()
    {
        Date = date,
        Processor = Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Cores = Environment.ProcessorCount,
        MemoryGiB = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024),
        System = (Field("/etc/os-release", "PRETTY_NAME") ?? RuntimeInformation.OSDescription).Trim('"'),
        Runtime = Environment.Version.ToString(),
        Commit = GitCommit(),
        Threads = threads,
        LoadBefore = LoadAverage(),
    };

    /// <summary>How busy the machine is, over the last minute.</summary>
    public static double LoadAverage() =>
        File.Exists("/proc/loadavg") && double.TryParse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture, out var load) ? load : double.NaN;

    private static string? Field(string file, string name) => !File.Exists(file)
        ? null
        : File.ReadLines(file).Where(l => l.StartsWith(name, StringComparison.Ordinal)).Select(l => l[(l.IndexOfAny([':', '=']) + 1)..].Trim()).FirstOrDefault();

    private static string GitCommit()
    {
        var commit = Git("rev-parse --short HEAD");
        return commit.Length == 0 ? "unknown" : commit + (Git("status --porcelain --untracked-files=no").Length > 0 ? "+" : "");
    }

    private static string Git(string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            var text = process?.StandardOutput.ReadToEnd().Trim() ?? "";
            process?.WaitForExit();
            return text;
        }
        catch (global::System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
