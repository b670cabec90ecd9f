using System.Diagnostics;

namespace Ratchet.Benchmarks.Peers;

/// <summary>
/// Runs a script with the system's Python, which is the one that Debian's packages belong to. The environment is passed on, so that PYTHONPATH can add
/// what the system lacks.
/// </summary>
internal static class PythonProcess
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>The JSON lines that the script printed; null where it could not run or failed, with the reason on the error stream.</summary>
    public static IReadOnlyList<string>? JsonLines(string script, IEnumerable<string> arguments, string dataFolder)
    {
        if (!File.Exists(Interpreter) || !File.Exists(script))
        {
            Console.Error.WriteLine($"{(File.Exists(script) ? Interpreter : script)} is not there");
            return null;
        }

        return JsonLines(Interpreter, [script, .. arguments], Path.GetDirectoryName(script)!, Path.GetFileName(script), dataFolder);
    }

    /// <summary>The JSON lines that a program printed; null where it failed, with the reason on the error stream.</summary>
    public static IReadOnlyList<string>? JsonLinesOfProgram(string program, string dataFolder) =>
        JsonLines(program, [], Path.GetDirectoryName(program)!, Path.GetFileName(program), dataFolder);

    private static string[]? JsonLines(string program, IEnumerable<string> arguments, string folder, string name, string dataFolder)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["RATCHET_PEERS_DATA"] = dataFolder;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string[] lines = [.. output.Split('\n').Where(l => l.StartsWith('{'))];
        if (process.ExitCode == 0 && lines.Length > 0)
        {
            return lines;
        }

        Console.Error.WriteLine($"{name} ended with {process.ExitCode} and printed {lines.Length} results");
        return null;
    }
}
