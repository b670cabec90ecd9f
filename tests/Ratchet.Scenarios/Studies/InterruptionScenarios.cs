using Ratchet.Numerics.Randomness;
using Ratchet.Scenarios.Processes;

namespace Ratchet.Scenarios.Studies;

public sealed class InterruptionScenarios(ReferenceRun reference) : IClassFixture<ReferenceRun>
{
    /// <summary>Each study is killed five times; four studies make twenty.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Optimize_KilledFiveTimesAndContinued_WritesTheSameBytes(int number)
    {
        using var root = new DataRoot();
        var stream = StreamKey.FromSeed(20).Derive("kill").Derive(number).Open();
        var jobs = number % 2 == 0 ? 2 : 1;
        var kills = 0;
        var undisturbed = 0;
        while (kills < 5)
        {
            using var process = RatchetProcess.Start(root.Optimize(jobs));
            if (kills == 0)
            {
                // The first time while results are being written: the database is there and a rung is going on.
                Assert.True(process.WaitForLine(l => l.Contains("bracket", StringComparison.Ordinal)), process.Error);
                Assert.True(File.Exists(root.Database));
            }
            else if (kills % 2 == 1)
            {
                Assert.True(process.WaitForLine(l => l.Contains(": search", StringComparison.Ordinal)), process.Error);
            }

            // The reference may have run on a busier machine, and a later run finds work done: each study that was too quick halves the time it is given.
            var delay = kills == 0 ? stream.NextInt(60) : stream.NextInt(Math.Max(1, (reference.Milliseconds / (kills % 2 == 1 ? 3 : 1)) >> undisturbed));
            if (process.KillAfter(delay))
            {
                kills++;
            }
            else
            {
                // It ended before its time. A finished study says the same when it is run again, and can be killed while it does.
                process.Finish().Succeeded();
                Assert.Equal(reference.TopConfigurations, root.TopConfigurations);
                undisturbed++;
                Assert.True(undisturbed < 20, "the study ends before it can be killed");
            }
        }

        RatchetProcess.Run(root.Optimize(jobs)).Succeeded();
        Assert.Equal(reference.TopConfigurations, root.TopConfigurations);
        Assert.DoesNotContain(Directory.GetFiles(root.StudyFolder), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Optimize_CtrlC_EndsCleanlyAndGoesOnLater()
    {
        using var root = new DataRoot();
        using (var process = RatchetProcess.Start(root.Optimize(2)))
        {
            Assert.True(process.WaitForLine(l => l.Contains("bracket", StringComparison.Ordinal)), process.Error);
            process.Interrupt();
            var run = process.Finish();
            Assert.Equal(130, run.ExitCode);
            Assert.Contains("cancelled", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(root.TopConfigurationsPath));
        RatchetProcess.Run(root.Optimize(2)).Succeeded();
        Assert.Equal(reference.TopConfigurations, root.TopConfigurations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Optimize_AnotherProcessWorksOnTheStudy_IsRefusedAndLeavesItAlone(bool fresh)
    {
        using var root = new DataRoot();
        using var first = RatchetProcess.Start(root.Optimize(1));
        Assert.True(first.WaitForLine(l => l.Contains("bracket", StringComparison.Ordinal)), first.Error);
        var second = RatchetProcess.Run(root.Optimize(1, fresh ? ["--fresh"] : []));
        Assert.True(second.ExitCode == 2, $"exit code {second.ExitCode}: {second.Error}");
        Assert.Contains($"Another process works on study '{DataRoot.Study}'", second.Error, StringComparison.Ordinal);
        first.Finish().Succeeded();
        Assert.Equal(reference.TopConfigurations, root.TopConfigurations);
    }
}
