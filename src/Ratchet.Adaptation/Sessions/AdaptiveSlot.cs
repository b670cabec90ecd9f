using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Sessions;

/// <summary>What is known about one strategy on one symbol: the advice that waits for its entry, or that its position was entered with.</summary>
internal struct AdaptiveSlot
{
    public long Decision;
    public long Order;
    public double Multiplier;
    public double Distance;
    public MarketRegime Regime;
    public sbyte Side;
    public bool IsOpen;

    public static AdaptiveSlot Free => new() { Decision = -1, Multiplier = 1 };

    /// <summary>Whether a signal could not open anything: a position is open, or an entry works.</summary>
    public readonly bool IsTaken => IsOpen || Order != 0;

    public readonly void Write(StateWriter writer)
    {
        writer.Write(Decision);
        writer.Write(Order);
        writer.Write(Multiplier);
        writer.Write(Distance);
        writer.Write((byte)Regime);
        writer.Write((byte)(Side + 1));
        writer.Write(IsOpen);
    }

    public static AdaptiveSlot Read(ref StateReader reader)
    {
        var slot = new AdaptiveSlot
        {
            Decision = reader.ReadInt64(),
            Order = reader.ReadInt64(),
            Multiplier = reader.ReadDouble(),
            Distance = reader.ReadDouble(),
            Regime = (MarketRegime)reader.ReadByte(),
            Side = (sbyte)(reader.ReadByte() - 1),
            IsOpen = reader.ReadBoolean(),
        };
        return (uint)slot.Regime < RegimeNames.Count && slot.Side is >= -1 and <= 1 && slot.Multiplier is >= 0 and <= 2 && slot.Decision >= -1 && slot.Order >= 0
            ? slot
            : throw new InvalidDataException($"A state of the adaptive layer holds an entry with regime {(int)slot.Regime}, side {slot.Side} and multiplier {slot.Multiplier}.");
    }
}
