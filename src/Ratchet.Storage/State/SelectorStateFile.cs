using System.Text.Json;
using Ratchet.Adaptation.Selection;

namespace Ratchet.Storage.State;

/// <summary>The selector's state as a file, usually <c>data/meta_strategy_state.json</c>.</summary>
public sealed class SelectorStateFile
{
    /// <summary>The usual name.</summary>
    public const string FileName = "meta_strategy_state.json";

    private readonly StateFile file;

    /// <summary>Names a file; nothing is read or written.</summary>
    /// <param name="path">Where it is.</param>
    public SelectorStateFile(string path) => file = new(path, "ratchet-selector", SelectorState.CurrentVersion);

    /// <summary>The full path.</summary>
    public string Path => file.Path;

    /// <summary>Writes a state in one step; the one before becomes a snapshot.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Write(SelectorState state) => file.Write(JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Default.SelectorState));

    /// <summary>Reads the newest good state, setting aside what is not good.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public StateRead<SelectorState> Read() => file.Read(Parse);

    /// <summary>Reads another file of the same kind; nothing is set aside.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is not good.</exception>
    public SelectorState ReadOther(string path) => file.ReadOther(path, Parse);

    private static SelectorState Parse(JsonElement state, int version) =>
        state.Deserialize(StateJson.Default.SelectorState) ?? throw new InvalidDataException("Its state is empty.");
}
