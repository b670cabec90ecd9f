using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>What is remembered of one symbol's data, and its breakers.</summary>
internal struct SymbolWatch
{
    /// <summary>The open time of the last bar; <see cref="long.MinValue"/> before the first.</summary>
    public long LastOpen;

    /// <summary>The last close; 0 before the first.</summary>
    public double Close;

    /// <summary>The exponentially weighted mean of bars' ranges as a share of their closes, and of how many bars it is.</summary>
    public double MeanRange;
    public long Ranges;

    /// <summary>How many bars without a gap are still missing for the gap breaker to clear.</summary>
    public int GapLeft;

    public Condition Stale;
    public Condition Gapped;
    public Condition Skewed;
    public Pause Volatile;
    public Pause Slipped;

    public static SymbolWatch Fresh => new() { LastOpen = long.MinValue, Volatile = Pause.None, Slipped = Pause.None };

    public readonly void Write(StateWriter writer)
    {
        writer.Write(LastOpen);
        writer.Write(Close);
        writer.Write(MeanRange);
        writer.Write(Ranges);
        writer.Write(GapLeft);
        Stale.Write(writer);
        Gapped.Write(writer);
        Skewed.Write(writer);
        Volatile.Write(writer);
        Slipped.Write(writer);
    }

    public static SymbolWatch Read(ref StateReader reader) => new()
    {
        LastOpen = reader.ReadInt64(),
        Close = reader.ReadDouble(),
        MeanRange = reader.ReadDouble(),
        Ranges = reader.ReadInt64(),
        GapLeft = reader.ReadInt32(),
        Stale = Condition.Read(ref reader),
        Gapped = Condition.Read(ref reader),
        Skewed = Condition.Read(ref reader),
        Volatile = Pause.Read(ref reader),
        Slipped = Pause.Read(ref reader),
    };
}
