using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Engine;

/// <summary>The state of an engine as bytes: whose it is, the clocks, the money, every slot, the gate, a checksum.</summary>
internal static class EngineState
{
    private const int Mark = 0x32454752;
    private const int ChecksumBytes = 8;

    public static void Write(EngineCore core, IBufferWriter<byte> output)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        var writer = new StateWriter(buffer);
        writer.Write(Mark);
        writer.Write(Owner(core));
        writer.Write(core.OptionsHash);
        writer.Write(core.Account.Cash);
        writer.Write(core.NextOrder);
        writer.Write(core.LastTime);
        writer.Write(core.RefusedEvents);
        writer.Write(core.LastReport);
        writer.Write((int)core.SeenState);
        writer.Write(core.SeenFlatten);
        foreach (ref readonly var clock in core.Clocks.AsSpan())
        {
            SlotState.Write(writer, clock);
        }

        foreach (var slot in core.Book.All)
        {
            SlotState.Write(writer, slot);
        }

        core.Gate.Write(writer);
        output.Write(buffer.WrittenSpan);
        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        Checksum(buffer.WrittenSpan, checksum);
        output.Write(checksum);
    }

    public static void Read(EngineCore core, ReadOnlySpan<byte> state, bool otherOptions)
    {
        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        if (state.Length > ChecksumBytes)
        {
            Checksum(state[..^ChecksumBytes], checksum);
        }

        if (state.Length <= ChecksumBytes || !checksum.SequenceEqual(state[^ChecksumBytes..]))
        {
            throw new InvalidDataException($"The {state.Length} bytes are no state of an engine, or a damaged one: the checksum differs.");
        }

        var reader = new StateReader(state[..^ChecksumBytes]);
        if (reader.ReadInt32() != Mark)
        {
            throw new InvalidDataException("The bytes are no state of an engine of this version.");
        }

        var owner = reader.ReadText();
        if (owner != Owner(core))
        {
            throw new InvalidDataException($"The state belongs to '{owner}'; the options are for '{Owner(core)}'.");
        }

        var hash = reader.ReadText();
        if (hash != core.OptionsHash && !otherOptions)
        {
            throw new InvalidDataException($"The state was written under other options: their hash is {hash}, and now {core.OptionsHash}.");
        }

        core.Account.Set(reader.ReadDecimal());
        core.NextOrder = reader.ReadInt64();
        core.LastTime = reader.ReadInt64();
        core.RefusedEvents = reader.ReadInt64();
        core.LastReport = reader.ReadInt64();
        core.SeenState = (TradingState)reader.ReadInt32();
        core.SeenFlatten = reader.ReadBoolean();
        foreach (ref var clock in core.Clocks.AsSpan())
        {
            SlotState.Read(ref reader, out clock);
        }

        foreach (var slot in core.Book.All)
        {
            SlotState.Read(ref reader, slot);
        }

        core.Gate.Read(ref reader);
        if (!reader.AtEnd)
        {
            throw new InvalidDataException("The state goes on after its end.");
        }

        for (var symbol = 0; symbol < core.Clocks.Length; symbol++)
        {
            core.Book.Mark(symbol, core.Clocks[symbol].Price);
        }
    }

    // Names, frames and the money at the start: a state of other ones would be misread.
    private static string Owner(EngineCore core) =>
        string.Join(
            ' ',
            core.Options.Instruments.Select(i => $"{i.Symbol.Name}@{i.Frame}")
                .Concat(core.Options.Strategies.Select(s => s.Name))
                .Append(core.Options.InitialCash.ToString("0.############################", CultureInfo.InvariantCulture)));

    private static void Checksum(ReadOnlySpan<byte> bytes, Span<byte> checksum)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        BinaryPrimitives.WriteInt64LittleEndian(checksum, BinaryPrimitives.ReadInt64LittleEndian(hash));
    }
}
