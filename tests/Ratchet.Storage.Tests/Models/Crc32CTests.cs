using Ratchet.Numerics.Randomness;
using Ratchet.Storage.Models;

namespace Ratchet.Storage.Tests.Models;

public sealed class Crc32CTests
{
    [Fact]
    public void Of_KnownInputs_GivesThePublishedSums()
    {
        // RFC 3720, appendix B.4, and the check value of the algorithm.
        Assert.Equal(0xE3069283u, Crc32C.Of("123456789"u8));
        Assert.Equal(0x8A9136AAu, Crc32C.Of(new byte[32]));
        Assert.Equal(0x62A8AB43u, Crc32C.Of([.. Enumerable.Repeat((byte)0xFF, 32)]));
        Assert.Equal(0x46DD794Eu, Crc32C.Of([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        Assert.Equal(0u, Crc32C.Of([]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(12_287)]
    [InlineData(12_288)]
    [InlineData(12_289)]
    [InlineData(100_003)]
    public void Advance_ThreeLanes_EqualsOneLane(int length)
    {
        var stream = StreamKey.FromSeed(4).Derive(length).Open();
        var bytes = new byte[length + 3];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)stream.NextInt(256);
        }

        // Off the start, so that words are not aligned.
        Assert.Equal(Crc32C.Plain(~0U, bytes.AsSpan(3)), Crc32C.Advance(~0U, bytes.AsSpan(3)));
        var half = bytes.AsSpan(0, length / 2);
        Assert.Equal(Crc32C.Of(bytes), ~Crc32C.Advance(Crc32C.Advance(~0U, half), bytes.AsSpan(half.Length)));
    }
}
