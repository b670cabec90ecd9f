using System.Diagnostics;
using System.Text;

namespace Ratchet.Scenarios.Processes;

/// <summary>A running <c>ratchet</c>, its output gathered as it comes. Killed when disposed while it still runs.</summary>
internal sealed class RatchetProcess : IDisposable
{
    private const int LongestRun = 120_000;
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly Lock gate = new();
    private readonly List<(Func<string, bool> Wanted, ManualResetEventSlim Seen)> waits = [];

    private RatchetProcess(Process process) => this.process = process;

    private static string Program { get; } = FindProgram();

    public string Output => Read(output);

    public string Error => Read(error);

    public bool IsRunning => !process.HasExited;

    public static RatchetProcess Start(params IEnumerable<string> arguments)
    {
        // A shell that starts us in the background has SIGINT ignored, and children inherit that: set it back, so that Ctrl-C can be tested.
        var linux = OperatingSystem.IsLinux();
        var start = new ProcessStartInfo(linux ? "/usr/bin/env" : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        if (linux)
        {
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("RATCHET__", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        var started = new RatchetProcess(new Process { StartInfo = start });
        started.process.OutputDataReceived += (_, e) => started.Take(started.output, e.Data);
        started.process.ErrorDataReceived += (_, e) => started.Take(started.error, e.Data);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Runs to the end.</summary>
    public static FinishedRun Run(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        return process.Finish();
    }

    public FinishedRun Finish()
    {
        Assert.True(process.WaitForExit(LongestRun), $"ratchet did not end within {LongestRun / 1000} s; it said: {Error}");
        process.WaitForExit();
        return new(process.ExitCode, Output, Error);
    }

    /// <summary>Waits until a line of the error stream fulfils a condition; false when the process ended first.</summary>
    public bool WaitForLine(Func<string, bool> wanted)
    {
        var seen = new ManualResetEventSlim();
        lock (gate)
        {
            if (error.ToString().Split('\n').Any(wanted))
            {
                return true;
            }

            waits.Add((wanted, seen));
        }

        var clock = Stopwatch.StartNew();
        while (!seen.Wait(100, TestContext.Current.CancellationToken) && IsRunning && clock.ElapsedMilliseconds < LongestRun)
        {
        }

        return seen.IsSet;
    }

    /// <summary>Lets it run for a while, then ends it as the kernel does: nothing of it runs any more. False when it had ended by itself.</summary>
    public bool KillAfter(int milliseconds)
    {
        if (process.WaitForExit(milliseconds))
        {
            return false;
        }

        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return true;
    }

    /// <summary>Sends what Ctrl-C sends.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -INT {process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static string FindProgram()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "ratchet.dll");
        if (File.Exists(beside) && File.Exists(Path.ChangeExtension(beside, ".runtimeconfig.json")))
        {
            return beside;
        }

        var target = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var built = Path.Combine(RepositoryRoot.Path, "src", "Ratchet.Cli", "bin", target.Parent!.Name, target.Name, "ratchet.dll");
        return File.Exists(built) ? built : throw new FileNotFoundException($"Neither {beside} nor {built} exists; build the solution first.");
    }

    private string Read(StringBuilder text)
    {
        lock (gate)
        {
            return text.ToString();
        }
    }

    private void Take(StringBuilder text, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (gate)
        {
            text.Append(line).Append('\n');
            foreach (var (wanted, seen) in waits)
            {
                if (ReferenceEquals(text, error) && wanted(line))
                {
                    seen.Set();
                }
            }
        }
    }
}
