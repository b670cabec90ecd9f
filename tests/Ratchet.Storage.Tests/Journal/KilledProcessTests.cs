using Ratchet.KillHost.Kills;

namespace Ratchet.Storage.Tests.Journal;

/// <summary>A sample of what eng/kill-table.sh does in full: processes that write a journal are killed, and the files go on as if nothing had been.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public void Run_KilledAtBoundariesAndRandomMoments_GoesOnAsTheUninterruptedRun()
    {
        var folder = MakeFolder();
        try
        {
            using var output = new StringWriter();
            var options = new KillTableOptions { Steps = 8, Sample = 24, Random = 6, Adaptive = 4, RandomSteps = 60 };
            Assert.True(KillTable.Run(folder.FullName, options, output), output.ToString());
            Assert.Contains("mismatches 0", output.ToString(), StringComparison.Ordinal);
            Assert.Matches("kills (2[4-9]|3[0-5]), ", output.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In memory where there is such a place: what a killed process wrote stays with the kernel, flushed or not.</summary>
    private static DirectoryInfo MakeFolder() => Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory($"/dev/shm/ratchet-kills-{Environment.ProcessId}")
        : Directory.CreateTempSubdirectory("ratchet-kills-");
}
