namespace Ratchet.Market.Tests.Feeds;

/// <summary>A file in a folder of its own that is removed afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ratchet-feeds-").FullName;

    public TemporaryFile(byte[] content, string name = "bars.csv")
    {
        FullPath = Path.Combine(folder, name);
        File.WriteAllBytes(FullPath, content);
    }

    public TemporaryFile(string content, string name = "bars.csv")
        : this(System.Text.Encoding.UTF8.GetBytes(content), name)
    {
    }

    public string FullPath { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
