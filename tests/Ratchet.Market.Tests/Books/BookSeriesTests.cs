using Ratchet.Market.Books;

namespace Ratchet.Market.Tests.Books;

public sealed class BookSeriesTests
{
    [Fact]
    public void Series_TwoLevels_GivesSnapshotsAndQuotesOverTheSameMemory()
    {
        var book = Book([10, 20]);
        var snapshot = book.Snapshot(1);
        Assert.Equal(20, snapshot.Time);
        Assert.Equal([new BookLevel(1.5, 10), new BookLevel(2.5, 20)], snapshot.Bids.ToArray());
        Assert.Equal([new BookLevel(3.5, 30), new BookLevel(4.5, 40)], snapshot.Asks.ToArray());
        Assert.Equal(book.Best(1), book.ToQuotes()[1]);
        Assert.Equal((2.5, 2), (book.Best(1).Mid, book.Best(1).Spread));
        Assert.Equal((1, 2), (book.FirstAtOrAfter(11), book.FirstAtOrAfter(21)));
    }

    [Fact]
    public void Series_FallingTimesOrUnequalLevels_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Book([20, 10]));
        Assert.Contains("AskSize has 1 levels", Assert.Throws<ArgumentException>(() => new BookSeries(Book([1, 2]).Columns with { AskSize = Columns([40]) })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BookSeries(new() { Time = new long[1], BidPrice = [], BidSize = [], AskPrice = [], AskSize = [] }));
    }

    private static BookSeries Book(long[] times) => new(new()
    {
        Time = times,
        BidPrice = Columns([1, 2]),
        BidSize = Columns([10, 20], 0),
        AskPrice = Columns([3, 4]),
        AskSize = Columns([30, 40], 0),
    });

    private static ReadOnlyMemory<double>[] Columns(double[] firsts, double step = 0.5) => [.. firsts.Select(f => new ReadOnlyMemory<double>([f, f + step]))];
}
