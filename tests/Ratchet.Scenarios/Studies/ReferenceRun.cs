using System.Diagnostics;
using Ratchet.Scenarios.Processes;

namespace Ratchet.Scenarios.Studies;

/// <summary>The study run through without a disturbance: what every disturbed run is compared with.</summary>
public sealed class ReferenceRun
{
    public ReferenceRun()
    {
        using var root = new DataRoot();
        var clock = Stopwatch.StartNew();
        Finished = RatchetProcess.Run(root.Optimize(2)).Succeeded();
        Milliseconds = (int)clock.ElapsedMilliseconds;
        TopConfigurations = root.TopConfigurations;
    }

    /// <summary>top_configs.json, byte for byte.</summary>
    public byte[] TopConfigurations { get; }

    /// <summary>How long the whole process took.</summary>
    public int Milliseconds { get; }

    internal FinishedRun Finished { get; }
}
