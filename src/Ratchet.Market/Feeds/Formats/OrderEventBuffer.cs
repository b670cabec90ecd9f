using Ratchet.Market.Books;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Order events that wait to be given out.</summary>
internal sealed class OrderEventBuffer(PartSink sink, SourcePart part) : RowBuffer(sink, part, 2)
{
    private OrderEventKind[] kinds = [];
    private long[] orders = [];
    private BookSide[] sides = [];

    public void Add(in OrderEvent happened, LineSource source)
    {
        var i = Next(happened.Time, source);
        if (kinds.Length < Times.Length)
        {
            Array.Resize(ref kinds, Times.Length);
            Array.Resize(ref orders, Times.Length);
            Array.Resize(ref sides, Times.Length);
        }

        kinds[i] = happened.Kind;
        orders[i] = happened.OrderId;
        sides[i] = happened.Side;
        Numbers[0][i] = happened.Price;
        Numbers[1][i] = happened.Remaining;
    }

    protected override SourcePart Build(SourcePart empty) => empty with
    {
        Orders = new(new()
        {
            Time = TimeColumn(),
            Kind = kinds.AsMemory(0, Count),
            OrderId = orders.AsMemory(0, Count),
            Side = sides.AsMemory(0, Count),
            Price = Column(0),
            Remaining = Column(1),
        }),
    };
}
