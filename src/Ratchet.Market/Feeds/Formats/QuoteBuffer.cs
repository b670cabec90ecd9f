namespace Ratchet.Market.Feeds.Formats;

/// <summary>Quotes that wait to be given out.</summary>
internal sealed class QuoteBuffer(PartSink sink, SourcePart part) : RowBuffer(sink, part, 4)
{
    public void Add(long time, double bid, double bidSize, double ask, double askSize, LineSource source)
    {
        var i = Next(time, source);
        Numbers[0][i] = bid;
        Numbers[1][i] = bidSize;
        Numbers[2][i] = ask;
        Numbers[3][i] = askSize;
    }

    protected override SourcePart Build(SourcePart empty) => empty with
    {
        Quotes = new(new() { Time = TimeColumn(), Bid = Column(0), BidSize = Column(1), Ask = Column(2), AskSize = Column(3) }),
    };
}
