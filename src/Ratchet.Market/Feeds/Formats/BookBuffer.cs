namespace Ratchet.Market.Feeds.Formats;

/// <summary>Book snapshots that wait to be given out.</summary>
internal sealed class BookBuffer(PartSink sink, SourcePart part, int depth) : RowBuffer(sink, part, 4 * depth)
{
    private int row;

    public int Depth => depth;

    /// <summary>Begins a snapshot whose levels are all missing.</summary>
    public void Begin(long time, LineSource source)
    {
        row = Next(time, source);
        foreach (var column in Numbers)
        {
            column[row] = double.NaN;
        }
    }

    public void SetBid(int level, double price, double size)
    {
        Numbers[level][row] = price;
        Numbers[depth + level][row] = size;
    }

    public void SetAsk(int level, double price, double size)
    {
        Numbers[(2 * depth) + level][row] = price;
        Numbers[(3 * depth) + level][row] = size;
    }

    protected override SourcePart Build(SourcePart empty) => empty with
    {
        Book = new(new() { Time = TimeColumn(), BidPrice = Levels(0), BidSize = Levels(depth), AskPrice = Levels(2 * depth), AskSize = Levels(3 * depth) }),
    };

    private ReadOnlyMemory<double>[] Levels(int first)
    {
        var levels = new ReadOnlyMemory<double>[depth];
        for (var level = 0; level < depth; level++)
        {
            levels[level] = Column(first + level);
        }

        return levels;
    }
}
