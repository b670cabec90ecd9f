using System.Text.Json;
using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Parity;

/// <summary>The peer's side: the same sets, parameters and scores in a script. Its lines are kept beside the arrays.</summary>
/// <param name="script">The script.</param>
/// <param name="folder">Where the arrays are.</param>
/// <param name="reuse">Whether kept lines of the same arrays and parameters count, so that only our side is run again.</param>
internal sealed class ParityPeer(string script, string folder, bool reuse)
{
    /// <summary>One score dictionary a seed and the peer's version; null where the peer could not run.</summary>
    public (string Name, IReadOnlyList<IReadOnlyDictionary<string, double>> Scores)? Run(string set, string checksum, IParityModel model, ParityTask task, int seeds)
    {
        var parameters = JsonSerializer.Serialize(model.PeerParameters(task));
        var kept = Path.Combine(folder, $"{set}.{model.Name}.{task}.{seeds}.{checksum}.{(uint)StableHash(parameters):x8}.jsonl");
        var lines = reuse && File.Exists(kept)
            ? File.ReadAllLines(kept)
            : PythonProcess.JsonLines(script, [Path.Combine(folder, set), model.Name, task.ToString(), seeds.ToString(), parameters], folder);
        if (lines is null)
        {
            return null;
        }

        File.WriteAllLines(kept, lines);
        return (PeerResult.Parse([lines[0]]).Name, [.. lines.Select(l => PeerResult.Parse([l]).Fields)]);
    }

    private static int StableHash(string text) => text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter));
}
