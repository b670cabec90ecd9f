using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Objectives;

namespace Ratchet.Trading.Tests.Simulation;

public sealed class RandomPortfolioTests
{
    private static readonly SimulationOptions Costs = new() { FeeRate = 0.001, MakerFeeRate = 0.0004, SlippageBps = 3 };
    private static readonly ClosedTrade[] Trades =
    [
        new(2, 6, 1, 100, 103, 10, 30, 0.1, 15, ExitReason.Target),
        new(9, 9, -1, 101, 102, 12, -12, 0.1, 15, ExitReason.StopLoss),
        new(15, 20, -1, 99, 97, 8, 16, 0.1, 15, ExitReason.TimeStop),
        new(30, 44, 1, 98, 99, 9, 9, 0.1, 15, ExitReason.Signal),
    ];

    [Fact]
    public void Returns_OneSlot_AreThoseOfRandomEntry()
    {
        var market = new RandomMarket(3, 200);
        var key = StreamKey.FromSeed(8);
        var expected = RandomEntry.Run(
            new() { Open = market.Open, High = market.High, Low = market.Low, Close = market.Close },
            new IndexRange(0, 200),
            Trades,
            Costs,
            8760,
            new CompositeObjective(new()),
            60,
            key.Derive(0),
            1,
            CancellationToken.None).Returns;
        var found = RandomPortfolio.Returns([new(market.Open, market.Close, Trades)], Costs, 60, key, 2, TestContext.Current.CancellationToken);
        Assert.Equal(60, found.Length);
        Assert.All(expected.Zip(found), p => Assert.Equal(p.First, p.Second, 12));
        Assert.True(found.Distinct().Count() > 50);
    }

    [Fact]
    public void Returns_TwoSlots_AddUpAndDoNotDependOnThreads()
    {
        var (one, two) = (new RandomMarket(3, 200), new RandomMarket(4, 300));
        RandomSlot[] slots = [new(one.Open, one.Close, Trades), new(two.Open, two.Close, Trades)];
        var key = StreamKey.FromSeed(8);
        var both = RandomPortfolio.Returns(slots, Costs, 40, key, 1, TestContext.Current.CancellationToken);
        var first = RandomPortfolio.Returns([slots[0]], Costs, 40, key, 1, TestContext.Current.CancellationToken);
        Assert.Equal(both, RandomPortfolio.Returns(slots, Costs, 40, key, 4, TestContext.Current.CancellationToken));
        Assert.All(both.Zip(first), p => Assert.NotEqual(p.First, p.Second));
        var silent = RandomPortfolio.Returns([slots[0], new(two.Open, two.Close, [])], Costs, 40, key, 1, TestContext.Current.CancellationToken);
        Assert.All(first.Zip(silent), p => Assert.Equal(p.First, p.Second, 12));
    }

    [Fact]
    public void Returns_PricesOfDifferentLength_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            RandomPortfolio.Returns([new(new double[3], new double[2], [])], Costs, 1, StreamKey.FromSeed(1), 1, TestContext.Current.CancellationToken));
        Assert.Contains("3 opens and 2 closes", error.Message, StringComparison.Ordinal);
    }
}
