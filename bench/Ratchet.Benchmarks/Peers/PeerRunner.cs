using Ratchet.Benchmarks.Cases;

namespace Ratchet.Benchmarks.Peers;

/// <summary>Runs the peers' scripts and programs, each once for all cases that read it, and reads the JSON line that they print.</summary>
/// <param name="scripts">The folder of the scripts; null where peers are not measured.</param>
/// <param name="runs">How often each script is run; the medians count.</param>
/// <param name="arrays">The input arrays.</param>
internal sealed class PeerRunner(string? scripts, int runs, PeerArrays arrays)
{
    private readonly Dictionary<string, PeerResult?> results = [];

    /// <summary>What the peer measures now; null where it is not measured, has no script or could not run.</summary>
    public PeerResult? Measure(PeerFigure peer)
    {
        if (scripts is null || peer.Script.Length == 0)
        {
            return null;
        }

        if (!results.TryGetValue(peer.Script, out var result))
        {
            result = Run(scripts, peer.Script);
            results[peer.Script] = result;
        }

        return result;
    }

    private PeerResult? Run(string folder, string script)
    {
        var words = script.Split(' ');
        var lines = new List<string>();
        for (var run = 0; run < runs; run++)
        {
            Console.Error.WriteLine($"running the peer: {script}{(runs > 1 ? $" ({run + 1} of {runs})" : "")}");
            if (Lines(folder, words) is not { } printed)
            {
                Console.Error.WriteLine($"the peer {script} did not run; its recorded figure is shown instead");
                return null;
            }

            lines.Add(printed[^1]);
        }

        return PeerResult.Parse(lines);
    }

    private IReadOnlyList<string>? Lines(string folder, string[] words)
    {
        if (!PeerProgram.IsProgram(words[0]))
        {
            return PythonProcess.JsonLines(Path.Combine(folder, words[0]), words.Skip(1), arrays.Folder);
        }

        return PeerProgram.Find(Environment.GetEnvironmentVariable) is { } program ? PythonProcess.JsonLinesOfProgram(program, arrays.Folder) : null;
    }
}
