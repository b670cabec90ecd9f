using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>
/// The trailing correlation of bar returns of each pair of symbols: exponentially weighted products about zero, with a span of 100 common bars,
/// E[a b] / sqrt(E[a a] E[b b]), so in [-1, 1]. A pair learns from bars of the same time frame and the same interval. A pair with fewer than 30 of them,
/// or without movement, is not known: it counts as 1 where the sides agree and as 0, no hedge, where they differ. Cost of a bar: one step for each other symbol.
/// </summary>
internal sealed class ReturnCorrelation
{
    /// <summary>The weight of a new pair of returns.</summary>
    public const double Weight = 2.0 / 101;

    /// <summary>How many common bars make a pair known.</summary>
    public const int KnownFrom = 30;

    private readonly long[] frames;
    private readonly long[] times;
    private readonly double[] returns;
    private readonly PairMoments[] pairs;

    public ReturnCorrelation(IReadOnlyList<InstrumentRules> instruments)
    {
        var count = instruments.Count;
        frames = new long[count];
        times = new long[count];
        returns = new double[count];
        pairs = new PairMoments[count * (count - 1) / 2];
        for (var i = 0; i < count; i++)
        {
            frames[i] = instruments[i].Frame.Milliseconds;
            times[i] = long.MinValue;
        }
    }

    /// <summary>Takes a symbol's return over the bar that opened at a time; NaN is not known.</summary>
    public void Update(int symbol, long openTime, double change)
    {
        if (frames.Length == 1)
        {
            return;
        }

        if (!double.IsFinite(change))
        {
            times[symbol] = long.MinValue;
            return;
        }

        times[symbol] = openTime;
        returns[symbol] = change;
        var frame = frames[symbol];
        for (var other = 0; other < times.Length; other++)
        {
            if (times[other] == openTime && other != symbol && frames[other] == frame)
            {
                pairs[Place(symbol, other)].Add(returns[Math.Min(symbol, other)], returns[Math.Max(symbol, other)], Weight);
            }
        }
    }

    /// <summary>The correlation of two symbols; where it is not known 1 on the same side and 0 on different ones.</summary>
    public double Of(int a, int b, bool sameSide)
    {
        if (a == b)
        {
            return 1;
        }

        ref readonly var pair = ref pairs[Place(a, b)];
        var scale = Math.Sqrt(pair.First * pair.Second);
        return pair.Count < KnownFrom || !(scale > 0) || !double.IsFinite(scale)
            ? (sameSide ? 1 : 0)
            : Math.Clamp(pair.Product / scale, -1, 1);
    }

    public void Write(StateWriter writer)
    {
        for (var i = 0; i < times.Length; i++)
        {
            writer.Write(times[i]);
            writer.Write(returns[i]);
        }

        foreach (ref readonly var pair in pairs.AsSpan())
        {
            pair.Write(writer);
        }
    }

    public void Read(ref StateReader reader)
    {
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = reader.ReadInt64();
            returns[i] = reader.ReadDouble();
        }

        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = PairMoments.Read(ref reader);
        }
    }

    private static int Place(int a, int b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        return (high * (high - 1) / 2) + low;
    }
}
