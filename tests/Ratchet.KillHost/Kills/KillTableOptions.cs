using System.Globalization;

namespace Ratchet.KillHost.Kills;

/// <summary>How many processes are killed, and where.</summary>
internal sealed record KillTableOptions
{
    /// <summary>How many bars each symbol has in a run that is killed at its boundaries: KILL_STEPS.</summary>
    public int Steps { get; init; } = 12;

    /// <summary>How many of the boundaries are tried, spread evenly; 0 is every one: KILL_SAMPLE.</summary>
    public int Sample { get; init; }

    /// <summary>How many kills come from outside at random moments: KILL_RANDOM.</summary>
    public int Random { get; init; } = 200;

    /// <summary>How many bars each symbol has in a run that is killed at random moments: KILL_RANDOM_STEPS.</summary>
    public int RandomSteps { get; init; } = 240;

    /// <summary>How many more kills come at random moments to a session with the adaptive layer: KILL_ADAPTIVE.</summary>
    public int Adaptive { get; init; } = 100;

    /// <summary>The seed of the random moments: KILL_SEED.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many processes run at a time: KILL_JOBS.</summary>
    public int Jobs { get; init; } = 4;

    /// <summary>A library to preload that kills at system calls; empty leaves that part out: KILL_SHIM.</summary>
    public string Shim { get; init; } = string.Empty;

    public static KillTableOptions FromEnvironment() => new()
    {
        Steps = Number("KILL_STEPS", 12),
        Sample = Number("KILL_SAMPLE", 0),
        Random = Number("KILL_RANDOM", 200),
        RandomSteps = Number("KILL_RANDOM_STEPS", 240),
        Adaptive = Number("KILL_ADAPTIVE", 100),
        Seed = Number("KILL_SEED", 1),
        Jobs = Number("KILL_JOBS", 4),
        Shim = Environment.GetEnvironmentVariable("KILL_SHIM") ?? string.Empty,
    };

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
