using System.Diagnostics;
using System.Globalization;

namespace Ratchet.KillHost.Kills;

/// <summary>Another process of this program that runs the script.</summary>
internal static class HostProcess
{
    private const int LongestRun = 120_000;

    /// <summary>Runs until it ends or is killed; true where it was killed.</summary>
    public static bool RunKilled(string path, int steps, IReadOnlyDictionary<string, string> settings)
    {
        using var process = Start(path, steps, settings);
        process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(LongestRun))
        {
            process.Kill();
            throw new TimeoutException($"The run on {path} did not end within {LongestRun} ms.");
        }

        return process.ExitCode switch
        {
            0 => false,
            137 => true,
            var other => throw new InvalidOperationException($"The run on {path} ended with {other}: {process.StandardError.ReadToEnd()}"),
        };
    }

    /// <summary>Runs, and is killed a while after its start, or after its session began; true where it had not ended before.</summary>
    public static bool RunKilledAfter(string path, int steps, int milliseconds, bool fromBegin, string command = "run")
    {
        using var process = Start(path, steps, new Dictionary<string, string>(), command);
        if (fromBegin)
        {
            process.StandardOutput.ReadLine();
        }

        if (process.WaitForExit(milliseconds))
        {
            return process.ExitCode == 0 ? false : throw new InvalidOperationException($"The run on {path} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
        }

        process.Kill();
        process.WaitForExit();
        return process.ExitCode == 137;
    }

    private static Process Start(string path, int steps, IReadOnlyDictionary<string, string> settings, string command = "run")
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(HostProcess).Assembly.Location);
        start.ArgumentList.Add(command);
        start.ArgumentList.Add(path);
        start.ArgumentList.Add(steps.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
