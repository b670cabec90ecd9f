using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>Option quotes that wait to be given out. Numbers are strike, then those of <see cref="Names"/> that the source has.</summary>
internal sealed class OptionBuffer(PartSink sink, SourcePart part, IReadOnlyList<string> present) : RowBuffer(sink, part, present.Count + 1)
{
    private string[] roots = [];
    private DateOnly[] expiries = [];
    private OptionRight[] rights = [];

    public static IReadOnlyList<string> Names { get; } =
        ["bid", "ask", "bid_size", "ask_size", "last", "volume", "open_interest", "iv", "delta", "gamma", "vega", "theta", "rho", "underlying_price"];

    /// <summary>Begins a row; its other numbers follow by <see cref="Set"/>.</summary>
    public void Begin(long time, string root, DateOnly expiry, double strike, OptionRight right)
    {
        var i = NextUnordered(time);
        if (roots.Length < Times.Length)
        {
            Array.Resize(ref roots, Times.Length);
            Array.Resize(ref expiries, Times.Length);
            Array.Resize(ref rights, Times.Length);
        }

        roots[i] = root;
        expiries[i] = expiry;
        rights[i] = right;
        Numbers[0][i] = strike;
    }

    /// <summary>A number of the row that was begun, by its place among those present.</summary>
    public void Set(int index, double value) => Numbers[index + 1][Count - 1] = value;

    protected override SourcePart Build(SourcePart empty) => empty with
    {
        Options = new(empty.Instrument ?? "unknown", new()
        {
            Time = TimeColumn(),
            Root = roots.AsMemory(0, Count),
            Expiry = expiries.AsMemory(0, Count),
            Right = rights.AsMemory(0, Count),
            Strike = Column(0),
            Bid = Named("bid"),
            Ask = Named("ask"),
            BidSize = Named("bid_size"),
            AskSize = Named("ask_size"),
            Last = Named("last"),
            Volume = Named("volume"),
            OpenInterest = Named("open_interest"),
            ImpliedVolatility = Named("iv"),
            Delta = Named("delta"),
            Gamma = Named("gamma"),
            Vega = Named("vega"),
            Theta = Named("theta"),
            Rho = Named("rho"),
            UnderlyingPrice = Named("underlying_price"),
        }),
    };

    private ReadOnlyMemory<double> Named(string name)
    {
        for (var i = 0; i < present.Count; i++)
        {
            if (present[i] == name)
            {
                return Column(i + 1);
            }
        }

        return default;
    }
}
