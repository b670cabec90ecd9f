using System.Security.Cryptography;
using System.Runtime.InteropServices;
using System.Text;

namespace Ratchet.Market.Bars;

/// <summary>
/// The identity of bars by their content: equal symbol, time frame and column bits give an equal hash, wherever the columns live.
/// Names the data in a run's identity.
/// <para>The hash is a chain over blocks of <see cref="BlockRows"/> bars, so that a series that grows at its end is hashed again only from its last whole
/// block: link 0 is 32 zero bytes; link k is the SHA-256 of link k - 1 and, for each column that is there, the line "name" and the little-endian bytes of
/// block k, in the order open_time, open, high, low, close, volume, trade_count, taker_buy_volume. The content hash is the SHA-256 of the line
/// "ratchet-bars-2|symbol|minutes|rows", the last link, and the bars after the last whole block in the same form. Lines end in a line feed; text is UTF-8.</para>
/// </summary>
public static class BarContentHash
{
    /// <summary>Bars in a block of the chain.</summary>
    public const int BlockRows = 4096;

    /// <summary>The content hash, 64 lower-case hexadecimal digits.</summary>
    /// <param name="bars">The bars, or any slice of them.</param>
    /// <exception cref="PlatformNotSupportedException">The machine is big-endian.</exception>
    public static string Compute(BarSeries bars) => Continue(bars, 0, null).Hash;

    /// <summary>The content hash of a series whose beginning was hashed before.</summary>
    /// <param name="tail">The bars from <paramref name="before"/> on.</param>
    /// <param name="before">How many bars come before them: a whole multiple of <see cref="BlockRows"/>.</param>
    /// <param name="link">The chain's link over those, as given by an earlier call; null where there are none.</param>
    /// <returns>The link over all whole blocks, and the content hash of the whole series.</returns>
    /// <exception cref="ArgumentException">Not a whole number of blocks comes before, or the link is missing.</exception>
    public static (string Link, string Hash) Continue(BarSeries tail, int before, string? link)
    {
        ArgumentNullException.ThrowIfNull(tail);
        if (before % BlockRows != 0 || before < 0 || (before > 0 && link is null))
        {
            throw new ArgumentException($"{before} bars come before; it must be a whole multiple of {BlockRows}, with the link over them where there are some.", nameof(before));
        }

        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Content hashes are taken over little-endian bytes, and this machine is big-endian.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chain = link is null ? new byte[32] : Convert.FromHexString(link);
        var from = 0;
        for (; tail.Count - from >= BlockRows; from += BlockRows)
        {
            hash.AppendData(chain);
            Append(hash, tail.Columns, from, BlockRows);
            hash.GetHashAndReset(chain);
        }

        hash.AppendData(Encoding.UTF8.GetBytes($"ratchet-bars-2|{tail.Symbol}|{tail.TimeFrame.Minutes}|{before + tail.Count}\n"));
        hash.AppendData(chain);
        Append(hash, tail.Columns, from, tail.Count - from);
        return (Convert.ToHexStringLower(chain), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Append(IncrementalHash hash, BarColumns columns, int from, int count)
    {
        hash.AppendData("open_time\n"u8);
        hash.AppendData(MemoryMarshal.AsBytes(columns.OpenTime.Span.Slice(from, count)));
        Append(hash, "open\n"u8, columns.Open, from, count);
        Append(hash, "high\n"u8, columns.High, from, count);
        Append(hash, "low\n"u8, columns.Low, from, count);
        Append(hash, "close\n"u8, columns.Close, from, count);
        Append(hash, "volume\n"u8, columns.Volume, from, count);
        Append(hash, "trade_count\n"u8, columns.TradeCount, from, count);
        Append(hash, "taker_buy_volume\n"u8, columns.TakerBuyVolume, from, count);
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> name, ReadOnlyMemory<double> column, int from, int count)
    {
        if (!column.IsEmpty)
        {
            hash.AppendData(name);
            hash.AppendData(MemoryMarshal.AsBytes(column.Span.Slice(from, count)));
        }
    }
}
