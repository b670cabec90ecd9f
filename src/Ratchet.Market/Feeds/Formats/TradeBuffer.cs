using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Trades that wait to be given out.</summary>
internal sealed class TradeBuffer(PartSink sink, SourcePart part) : RowBuffer(sink, part, 2)
{
    private AggressorSide[] sides = [];

    public void Add(long time, double price, double size, AggressorSide side, LineSource source)
    {
        var i = Next(time, source);
        if (sides.Length < Times.Length)
        {
            Array.Resize(ref sides, Times.Length);
        }

        Numbers[0][i] = price;
        Numbers[1][i] = size;
        sides[i] = side;
    }

    protected override SourcePart Build(SourcePart empty) => empty with
    {
        Trades = new(new() { Time = TimeColumn(), Price = Column(0), Size = Column(1), Side = sides.AsMemory(0, Count) }),
    };
}
