namespace Ratchet.Market.Tests.Feeds;

/// <summary>A file in a folder of its own that is removed afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ratchet-feeds-").FullName;

    public TemporaryFile(byte[] content)
    {
        FullPath = Path.Combine(folder, "bars.csv");
        File.WriteAllBytes(FullPath, content);
    }

    public TemporaryFile(string content)
        : this(System.Text.Encoding.UTF8.GetBytes(content))
    {
    }

    public string FullPath { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
