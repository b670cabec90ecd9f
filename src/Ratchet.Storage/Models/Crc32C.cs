using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ratchet.Storage.Models;

/// <summary>
/// CRC-32C (Castagnoli; polynomial 0x1EDC6F41 reflected, all ones before and after), which finds every error within 32 bits. Long stretches go in three lanes
/// at once, because the processor's instruction takes three cycles and can begin one a cycle; the lanes are joined by what a lane of zeros would do to
/// the state. Source: Gopal et al., Fast CRC computation for iSCSI polynomial using CRC32 instruction (2011).
/// </summary>
internal static class Crc32C
{
    private const int Lane = 4096;
    private static readonly uint[] ZeroLane = MakeZeroLane();

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Advance(~0U, bytes);

    /// <summary>The state after some more bytes; a checksum is the complement of the state that began with all ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Advance(uint state, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 3 * Lane)
        {
            var first = MemoryMarshal.Cast<byte, ulong>(bytes[..Lane]);
            var second = MemoryMarshal.Cast<byte, ulong>(bytes.Slice(Lane, Lane));
            var third = MemoryMarshal.Cast<byte, ulong>(bytes.Slice(2 * Lane, Lane));
            uint b = 0, c = 0;
            for (var i = 0; i < first.Length && i < second.Length && i < third.Length; i++)
            {
                state = BitOperations.Crc32C(state, first[i]);
                b = BitOperations.Crc32C(b, second[i]);
                c = BitOperations.Crc32C(c, third[i]);
            }

            state = PassZeroLane(PassZeroLane(state) ^ b) ^ c;
            bytes = bytes[(3 * Lane)..];
        }

        return Plain(state, bytes);
    }

    /// <summary>The same in one lane.</summary>
    public static uint Plain(uint state, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            state = BitOperations.Crc32C(state, word);
        }

        foreach (var value in bytes[(words.Length * sizeof(ulong))..])
        {
            state = BitOperations.Crc32C(state, value);
        }

        return state;
    }

    // The step is linear over exclusive or: the state's four bytes are looked up on their own.
    private static uint PassZeroLane(uint state) =>
        ZeroLane[state & 0xFF] ^ ZeroLane[256 + ((state >> 8) & 0xFF)] ^ ZeroLane[512 + ((state >> 16) & 0xFF)] ^ ZeroLane[768 + (state >> 24)];

    private static uint[] MakeZeroLane()
    {
        var zeros = new byte[Lane];
        var table = new uint[4 * 256];
        for (var bit = 0; bit < 32; bit++)
        {
            var passed = Plain(1U << bit, zeros);
            var part = table.AsSpan(bit / 8 * 256, 256);
            for (var value = 0; value < part.Length; value++)
            {
                part[value] ^= ((value >> (bit % 8)) & 1) != 0 ? passed : 0;
            }
        }

        return table;
    }
}
