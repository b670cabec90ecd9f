using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Selection;

/// <summary>A decision that waits for rewards.</summary>
internal struct PendingDecision
{
    public long Decision;
    public int Symbol;
    public MarketRegime Regime;
    public int Profile;
    public double Propensity;
    public ulong Allowed;
    public ulong Rewarded;

    public static PendingDecision None => new() { Decision = -1 };

    public readonly void Write(StateWriter writer)
    {
        writer.Write(Decision);
        writer.Write(Symbol);
        writer.Write((byte)Regime);
        writer.Write(Profile);
        writer.Write(Propensity);
        writer.Write((long)Allowed);
        writer.Write((long)Rewarded);
    }

    public static PendingDecision Read(ref StateReader reader) => new()
    {
        Decision = reader.ReadInt64(),
        Symbol = reader.ReadInt32(),
        Regime = (MarketRegime)reader.ReadByte(),
        Profile = reader.ReadInt32(),
        Propensity = reader.ReadDouble(),
        Allowed = (ulong)reader.ReadInt64(),
        Rewarded = (ulong)reader.ReadInt64(),
    };

    /// <summary>Whether it can belong to a selector of this shape.</summary>
    public readonly bool Fits(long next, int symbols, int profiles) =>
        Decision >= 0 && Decision < next && (uint)Symbol < (uint)symbols && (uint)Regime < RegimeNames.Count && (uint)Profile < (uint)profiles
        && Propensity is > 0 and <= 1 && (Allowed >> Profile & 1) != 0 && (profiles == 64 || Allowed >> profiles == 0) && (Rewarded & ~Allowed) == 0;
}
