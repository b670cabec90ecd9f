using Ratchet.Validation.Metrics;
using Ratchet.Validation.Significance;

namespace Ratchet.Validation.Tests.Significance;

public sealed class PlausibilityCheckTests
{
    private static readonly PerformanceMetrics Plain = new() { AnnualReturn = 10, Sharpe = 6, MaximumDrawdown = 0.01, Trades = 20 };

    [Fact]
    public void Warnings_AtTheLimits_AreNone() => Assert.Empty(PlausibilityCheck.Warnings(Plain));

    [Fact]
    public void Warnings_BeyondEachLimit_SayWhich()
    {
        Assert.Contains("1000 %", Assert.Single(PlausibilityCheck.Warnings(Plain with { AnnualReturn = 10.01 })), StringComparison.Ordinal);
        Assert.Contains("Sharpe", Assert.Single(PlausibilityCheck.Warnings(Plain with { Sharpe = 6.01 })), StringComparison.Ordinal);
        Assert.Contains("Drawdown", Assert.Single(PlausibilityCheck.Warnings(Plain with { MaximumDrawdown = 0 })), StringComparison.Ordinal);
        Assert.Empty(PlausibilityCheck.Warnings(Plain with { MaximumDrawdown = 0, Trades = 0 }));
    }
}
