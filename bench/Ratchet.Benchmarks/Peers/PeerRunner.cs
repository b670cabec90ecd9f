using System.Diagnostics;
using System.Text.Json;
using Ratchet.Benchmarks.Cases;

namespace Ratchet.Benchmarks.Peers;

/// <summary>Runs the peers' scripts, each once a call, and reads the JSON line that they print.</summary>
internal sealed class PeerRunner(string? scripts, PeerArrays arrays)
{
    private readonly Dictionary<string, JsonElement?> results = [];

    /// <summary>The peer's figure now, and the version that was run; null where it was not run.</summary>
    public (double Figure, string Name)? Measure(PeerFigure peer)
    {
        if (scripts is null)
        {
            return null;
        }

        if (!results.TryGetValue(peer.Script, out var line))
        {
            line = Run(peer.Script);
            results[peer.Script] = line;
        }

        return line is { } json ? (json.GetProperty(peer.Field).GetDouble() * peer.Scale, json.GetProperty("peer").GetString() ?? peer.Name) : null;
    }

    private JsonElement? Run(string script)
    {
        Console.Error.WriteLine($"running the peer: {script}");
        var words = script.Split(' ');
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true, WorkingDirectory = scripts };
        start.ArgumentList.Add(Path.Combine(scripts!, words[0]));
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["RATCHET_PEERS_DATA"] = arrays.Folder;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("/usr/bin/python3 did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var json = output.Split('\n').LastOrDefault(l => l.StartsWith('{'));
        if (process.ExitCode != 0 || json is null)
        {
            Console.Error.WriteLine($"the peer {script} ended with {process.ExitCode}; its recorded figure is shown instead");
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
