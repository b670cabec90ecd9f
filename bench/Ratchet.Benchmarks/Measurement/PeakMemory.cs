using System.Globalization;

namespace Ratchet.Benchmarks.Measurement;

/// <summary>The most memory that this process has held.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string Field = "VmHWM:";

    /// <summary>The peak of the resident set in MB of 2^20 bytes, mapped pages of files included; NaN where the system does not tell.</summary>
    public static double Megabytes() => File.Exists(Status) ? Parse(File.ReadLines(Status)) : double.NaN;

    /// <summary>The same from the lines of Linux's status file.</summary>
    public static double Parse(IEnumerable<string> lines)
    {
        var line = lines.FirstOrDefault(l => l.StartsWith(Field, StringComparison.Ordinal));
        return line is null ? double.NaN : double.Parse(line[Field.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
