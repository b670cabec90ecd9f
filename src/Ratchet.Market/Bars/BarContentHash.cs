using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Ratchet.Market.Bars;

/// <summary>
/// The identity of bars by their content: equal symbol, time frame and column bits give an equal hash, wherever the columns live.
/// Names the data in a run's identity.
/// </summary>
public static class BarContentHash
{
    /// <summary>
    /// SHA-256, as 64 lower-case hexadecimal digits, over the line "ratchet-bars-1|symbol|minutes|rows" and then, for each column that is there, the line
    /// "name" and the little-endian bytes of its elements, in the order open_time, open, high, low, close, volume, trade_count, taker_buy_volume.
    /// Lines end in a line feed; text is UTF-8.
    /// </summary>
    /// <param name="bars">The bars, or any slice of them.</param>
    /// <exception cref="PlatformNotSupportedException">The machine is big-endian.</exception>
    public static string Compute(BarSeries bars)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Content hashes are taken over little-endian bytes, and this machine is big-endian.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"ratchet-bars-1|{bars.Symbol}|{bars.TimeFrame.Minutes}|{bars.Count}\n"));
        hash.AppendData("open_time\n"u8);
        hash.AppendData(MemoryMarshal.AsBytes(bars.OpenTime));
        Append(hash, "open\n"u8, bars.Open);
        Append(hash, "high\n"u8, bars.High);
        Append(hash, "low\n"u8, bars.Low);
        Append(hash, "close\n"u8, bars.Close);
        Append(hash, "volume\n"u8, bars.Volume);
        Append(hash, "trade_count\n"u8, bars.Columns.TradeCount.Span);
        Append(hash, "taker_buy_volume\n"u8, bars.Columns.TakerBuyVolume.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> name, ReadOnlySpan<double> column)
    {
        if (!column.IsEmpty)
        {
            hash.AppendData(name);
            hash.AppendData(MemoryMarshal.AsBytes(column));
        }
    }
}
