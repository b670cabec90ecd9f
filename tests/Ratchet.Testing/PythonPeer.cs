using System.Diagnostics;
using Xunit;

namespace Ratchet.Testing;

/// <summary>Runs scripts in the system's Python for comparisons with other libraries; a test that needs one skips where it is not installed.</summary>
public sealed class PythonPeer
{
    private const string Interpreter = "/usr/bin/python3";
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(120);

    private PythonPeer()
    {
    }

    /// <summary>The interpreter with some modules, or a skip with the reason.</summary>
    /// <param name="modules">Modules that must load, such as xgboost.</param>
    public static PythonPeer Require(params string[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var python = new PythonPeer();
        if (!File.Exists(Interpreter))
        {
            Assert.Skip($"{Interpreter} is not installed.");
        }

        var probe = string.Join('\n', modules.Select(m => $"import importlib.util, sys\nif importlib.util.find_spec('{m}') is None: sys.exit(3)"));
        var (exitCode, _, error) = Execute(Environment.CurrentDirectory, ["-c", probe], ProbeTimeout);
        if (exitCode == 3)
        {
            Assert.Skip($"{Interpreter} has not all of the modules {string.Join(", ", modules)} (packages {string.Join(", ", modules.Select(m => $"python3-{m}"))}).");
        }

        Assert.True(exitCode == 0, $"{Interpreter} cannot look for its modules: {error}");
        return python;
    }

    /// <summary>Runs a script and returns what it prints; the test fails with its error output where it fails or takes too long.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="script">The text of the script.</param>
    /// <param name="timeout">After this time the process is killed.</param>
    public string Run(string folder, string script, TimeSpan timeout)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var file = Path.Combine(folder, "peer_script.py");
        File.WriteAllText(file, script);
        var (exitCode, output, error) = Execute(folder, [file], timeout);
        Assert.True(exitCode == 0, $"The script ended with {exitCode}: {error}");
        return output;
    }

    private static (int ExitCode, string Output, string Error) Execute(string folder, string[] arguments, TimeSpan timeout)
    {
        var start = new ProcessStartInfo(Interpreter, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return (-1, string.Empty, $"killed after {timeout.TotalSeconds} s");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
