namespace Ratchet.Benchmarks.Storage;

/// <summary>A folder that is removed afterwards; RATCHET_IMPORT_FOLDER names where it is made, else the system's folder of temporary files.</summary>
internal sealed class BenchmarkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(
        Environment.GetEnvironmentVariable("RATCHET_IMPORT_FOLDER") ?? System.IO.Path.GetTempPath(), $"ratchet-store-{Environment.ProcessId}")).FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
