using Ratchet.Market.Ticks;

namespace Ratchet.Market.Tests.Ticks;

public sealed class TickSeriesTests
{
    [Fact]
    public void FirstAtOrAfter_RepeatedTimes_IsTheFirstOfThem()
    {
        var trades = Trades([1, 3, 3, 3, 7]);
        Assert.Equal([0, 0, 1, 1, 4, 5], new long[] { 0, 1, 2, 3, 7, 8 }.Select(trades.FirstAtOrAfter));
    }

    [Fact]
    public void Trades_FallingTimes_AreRefused() =>
        Assert.Contains("row 2 is at 2 ns, row 1 at 3 ns", Assert.Throws<ArgumentException>(() => Trades([1, 3, 2])).Message, StringComparison.Ordinal);

    [Fact]
    public void Quotes_UnequalColumns_AreRefused() =>
        Assert.Contains(
            "AskSize has 1 elements, Time has 2",
            Assert.Throws<ArgumentException>(() => new QuoteSeries(new() { Time = new long[2], Bid = new double[2], BidSize = new double[2], Ask = new double[2], AskSize = new double[1] })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Values_TwoColumnsOfOneName_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ValueSeries(new long[1], ["a", "a"], [new double[1], new double[1]]));
        var values = new ValueSeries(new long[] { 5 }, ["gex", "dix"], [new double[] { 1 }, new double[] { 2 }]);
        Assert.Equal(2, values.Column("dix").Span[0]);
        Assert.Contains("there are gex, dix", Assert.Throws<ArgumentException>(() => values.Column("x")).Message, StringComparison.Ordinal);
    }

    private static TradeSeries Trades(long[] times) => new(new() { Time = times, Price = new double[times.Length], Size = new double[times.Length], Side = new AggressorSide[times.Length] });
}
