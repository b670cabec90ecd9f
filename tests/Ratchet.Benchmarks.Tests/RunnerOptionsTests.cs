namespace Ratchet.Benchmarks.Tests;

public sealed class RunnerOptionsTests
{
    [Fact]
    public void Parse_Nothing_IsEveryCaseWithRecordedPeers()
    {
        Assert.Null(RunnerOptions.Parse([], out var options));
        Assert.NotEmpty(options.Cases);
        Assert.Null(options.Peers);
        Assert.Null(options.Results);
    }

    [Fact]
    public void Parse_CasesAndOptions_AreTaken()
    {
        Assert.Null(RunnerOptions.Parse(["P2", "p1", "--json", "--threads", "1", "--peer-runs", "3", "--peers", "/p", "--results", "/r", "--date", "2026-01-31"], out var options));
        Assert.Equal(["P1", "P2"], options.Cases.Select(c => c.Id));
        Assert.True(options.Json);
        Assert.Equal((1, 3, "/p", "/r", "2026-01-31"), (options.Threads, options.PeerRuns, options.Peers, options.Results, options.Date));
    }

    [Fact]
    public void Parse_InProcess_IsTakenAndNotTheDefault()
    {
        Assert.Null(RunnerOptions.Parse(["P1"], out var options));
        Assert.False(options.InProcess);
        Assert.Null(RunnerOptions.Parse(["P1", "--in-process"], out options));
        Assert.True(options.InProcess);
    }

    [Theory]
    [InlineData("P99")]
    [InlineData("--threads", "0")]
    [InlineData("--threads")]
    [InlineData("--date", "31.1.2026")]
    [InlineData("--peers")]
    public void Parse_Nonsense_IsNamed(params string[] words)
    {
        var problem = RunnerOptions.Parse(words, out _);
        Assert.Contains(words[0], problem, StringComparison.Ordinal);
    }
}
