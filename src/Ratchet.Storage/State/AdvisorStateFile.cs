using System.Buffers;
using System.Text;
using System.Text.Json;
using Ratchet.Adaptation.Advising;

namespace Ratchet.Storage.State;

/// <summary>The advisor's state as a file, usually <c>data/advisor_state.json</c>: its canonical bytes in base 64, so that a restart changes nothing.</summary>
public sealed class AdvisorStateFile
{
    /// <summary>The usual name.</summary>
    public const string FileName = "advisor_state.json";

    private const int Version = 1;

    private readonly StateFile file;

    /// <summary>Names a file; nothing is read or written.</summary>
    /// <param name="path">Where it is.</param>
    public AdvisorStateFile(string path) => file = new(path, "ratchet-advisor", Version);

    /// <summary>The full path.</summary>
    public string Path => file.Path;

    /// <summary>Writes the state in one step; the one before becomes a snapshot.</summary>
    /// <param name="advisor">Whose state.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Write(StrategyAdvisor advisor)
    {
        var bytes = new ArrayBufferWriter<byte>();
        advisor.Write(new(bytes));
        file.Write(Encoding.ASCII.GetBytes($"{{\"bytes\": \"{Convert.ToBase64String(bytes.WrittenSpan)}\"}}"));
    }

    /// <summary>Reads the newest good state, setting aside what is not good.</summary>
    /// <param name="sink">Hears everything the advisor does; may be null.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public StateRead<StrategyAdvisor> Read(IAdvisorSink? sink = null) => file.Read((state, _) => Parse(state, sink));

    private static StrategyAdvisor Parse(JsonElement state, IAdvisorSink? sink)
    {
        try
        {
            return StrategyAdvisor.Restore(state.GetProperty("bytes").GetBytesFromBase64(), sink);
        }
        catch (FormatException exception)
        {
            throw new InvalidDataException("Its bytes are not in base 64.", exception);
        }
    }
}
