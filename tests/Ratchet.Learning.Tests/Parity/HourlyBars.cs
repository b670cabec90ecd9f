using System.Globalization;
using System.IO.Compression;
using Ratchet.Testing;

namespace Ratchet.Learning.Tests.Parity;

/// <summary>Reads the real hourly bars of BTC/USDT, or skips where they are absent.</summary>
internal static class HourlyBars
{
    public static ParitySample Read()
    {
        using var file = File.OpenRead(SharedFiles.Require("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        var columns = new List<double>[] { [], [], [], [] };
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            for (var c = 0; c < columns.Length; c++)
            {
                columns[c].Add(double.Parse(fields[c + 1], CultureInfo.InvariantCulture));
            }
        }

        return ParitySample.Hours([.. columns[0]], [.. columns[1]], [.. columns[2]], [.. columns[3]]);
    }
}
