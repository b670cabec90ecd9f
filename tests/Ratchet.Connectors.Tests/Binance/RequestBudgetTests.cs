using Ratchet.Connectors.Binance;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance;

public sealed class RequestBudgetTests
{
    /// <summary>Of two ordered waits the one that ends later holds, whichever was ordered last.</summary>
    [Theory]
    [InlineData(60, 10, 60)]
    [InlineData(10, 60, 65)]
    [InlineData(5, 5, 10)]
    public async Task Block_AgainAfterFiveSeconds_HoldsUntilTheLaterEnd(int first, int second, int expected)
    {
        var clock = new ManualTime(DateTimeOffset.FromUnixTimeMilliseconds(FakeMarket.Year2024));
        var budget = new RequestBudget(1000, new ExchangeClock(clock), clock);
        budget.Block(TimeSpan.FromSeconds(first));
        clock.Advance(TimeSpan.FromSeconds(5));
        budget.Block(TimeSpan.FromSeconds(second));
        await budget.EnterAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(FakeMarket.Year2024 + (expected * 1000L), clock.Milliseconds);
    }
}
