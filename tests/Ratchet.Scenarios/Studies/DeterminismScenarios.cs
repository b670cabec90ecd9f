using Ratchet.Scenarios.Processes;

namespace Ratchet.Scenarios.Studies;

public sealed class DeterminismScenarios(ReferenceRun reference) : IClassFixture<ReferenceRun>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Optimize_SameSeedAnyNumberOfJobsTwice_WritesTheSameBytes(int jobs)
    {
        using var first = new DataRoot();
        RatchetProcess.Run(first.Optimize(jobs, "--fresh")).Succeeded();
        var once = first.TopConfigurations;
        RatchetProcess.Run(first.Optimize(jobs, "--fresh")).Succeeded();
        Assert.Equal(once, first.TopConfigurations);
        Assert.Equal(reference.TopConfigurations, once);
    }

    [Fact]
    public void Optimize_AnotherSeed_WritesOtherBytes()
    {
        using var root = new DataRoot();
        RatchetProcess.Run(root.Optimize(2, "--set", "search.seed=8")).Succeeded();
        Assert.NotEqual(reference.TopConfigurations, root.TopConfigurations);
    }
}
