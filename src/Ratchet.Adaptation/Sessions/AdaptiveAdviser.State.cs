using System.Buffers;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Sessions;

/// <content>The state as bytes: equal states, equal bytes.</content>
public sealed partial class AdaptiveAdviser
{
    private const int Mark = 0x50444152; // "RADP"
    private const int Version = 1;

    /// <summary>Writes everything that was learned, is waited for and is followed.</summary>
    /// <param name="output">Receives the bytes.</param>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new StateWriter(output);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(symbols.Length);
        for (var s = 0; s < symbols.Length; s++)
        {
            writer.Write(symbols[s]);
            writer.Write(closes[s]);
            writer.Write(isRead[s]);
        }

        foreach (var slot in slots)
        {
            slot.Write(writer);
        }

        Regimes.Write(writer);
        Selector.Write(writer);
        Advisor.Write(writer);
        others.Write(writer);
        follower.Write(writer);
    }

    /// <summary>Takes over a state; after an exception the adviser must not be used.</summary>
    /// <param name="state">What <see cref="Write"/> wrote, to its last byte.</param>
    /// <exception cref="InvalidDataException">The bytes are of other symbols, strategies or profiles, of another version, or no state of an adviser.</exception>
    public void Read(ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(state);
        if (reader.ReadInt32() != Mark)
        {
            throw new InvalidDataException("The bytes are no state of the adaptive layer.");
        }

        if (reader.ReadInt32() is var version && version != Version)
        {
            throw new InvalidDataException($"The state of the adaptive layer has version {version}; this program reads version {Version}.");
        }

        var count = reader.ReadInt32();
        if (count != symbols.Length)
        {
            throw new InvalidDataException($"The state has {count} symbols; this session has {symbols.Length}.");
        }

        for (var s = 0; s < count; s++)
        {
            var name = reader.ReadText();
            if (name != symbols[s])
            {
                throw new InvalidDataException($"The state has the symbol '{name}' where this session has '{symbols[s]}'.");
            }

            closes[s] = reader.ReadDouble();
            isRead[s] = reader.ReadBoolean();
        }

        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = AdaptiveSlot.Read(ref reader);
        }

        Regimes.Read(ref reader);
        Selector.Read(ref reader);
        Advisor.Read(ref reader);
        others.Read(ref reader);
        follower.Read(ref reader);
        if (!reader.AtEnd)
        {
            throw new InvalidDataException("The state of the adaptive layer is longer than it should be.");
        }
    }
}
