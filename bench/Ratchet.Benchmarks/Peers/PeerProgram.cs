namespace Ratchet.Benchmarks.Peers;

/// <summary>A peer that is a program of the machine's owner and no script, such as the one that is built of bench/peers/talib.c.</summary>
internal static class PeerProgram
{
    /// <summary>The program that measures TA-Lib; the variable RATCHET_TALIB names another file.</summary>
    public const string TaLib = "ratchet-talib";

    private const string TaLibVariable = "RATCHET_TALIB";

    /// <summary>Whether a peer is a program, not a Python script.</summary>
    public static bool IsProgram(string name) => name == TaLib;

    /// <summary>The program's file: that which the variable names, else the first on PATH; null where there is none.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static string? Find(Func<string, string?> variable)
    {
        if (variable(TaLibVariable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? Path.GetFullPath(named) : null;
        }

        return (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, TaLib))
            .FirstOrDefault(File.Exists);
    }
}
