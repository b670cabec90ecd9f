using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Cli.Commands;

/// <summary>Cores, memory, runtime, vector unit.</summary>
internal static class MachineChecks
{
    private const double Gigabyte = 1L << 30;

    public static IEnumerable<DoctorFinding> Run()
    {
        var cores = Environment.ProcessorCount;
        yield return DoctorFinding.Of(cores >= 2, FindingLevel.Warn, "cores", $"{cores}", "Searches run one evaluation a core; use a machine with more.");

        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte;
        yield return DoctorFinding.Of(
            memory >= 2, FindingLevel.Warn, "memory", $"{memory:0.0} GB to this process", "Use shorter time ranges or fewer jobs (-j), or give the process more memory.");

        yield return DoctorFinding.Of(
            Environment.Version.Major >= 10, FindingLevel.Fail, "runtime", RuntimeInformation.FrameworkDescription, "Install .NET 10.");

        yield return DoctorFinding.Of(
            BitConverter.IsLittleEndian, FindingLevel.Fail, "byte order", BitConverter.IsLittleEndian ? "little-endian" : "big-endian", "Use an x64 or ARM64 machine.");

        var isFast = Vector256.IsHardwareAccelerated;
        yield return DoctorFinding.Of(
            isFast,
            FindingLevel.Warn,
            "vector unit",
            $"{RuntimeInformation.ProcessArchitecture}, 256-bit vectors {(isFast ? "in hardware" : "in software")}",
            "Results are the same but slower; a machine with AVX2 is faster.");
    }
}
