using System.Globalization;
using System.Text;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Market.Feeds;

namespace Ratchet.Benchmarks.Market;

/// <summary>P23a: a million one-minute bars of plain CSV from a file in the page cache, parsed on one thread into columns.</summary>
internal static class ImportCases
{
    private const int Bars = 1_000_000;

    public static CaseResult ParsePlainCsv(BenchmarkContext context)
    {
        var folder = Directory.CreateTempSubdirectory("ratchet-import-");
        try
        {
            var path = Path.Combine(folder.FullName, "bars.csv");
            Write(path, Bars);
            long rows = 0;
            double sum = 0;
            var spread = Spread.OfSeconds(
                () =>
                {
                    sum = 0;
                    rows = BarCsvChunks.Read(path, null, chunk => sum += chunk.Close[0]).Rows;
                },
                15);
            var megabytes = new FileInfo(path).Length / 1e6;
            return new(spread.Map(s => rows / s / 1e6), [new("rows", rows), new("file_MB", megabytes), new("MB_per_s", megabytes / spread.Least), new("checksum", sum)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Prices of a deterministic walk with two decimals and volumes with five, as exchanges write them.</summary>
    internal static void Write(string path, int bars)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("time,open,high,low,close,volume\n");
        ulong state = 1;
        long cents = 6_000_000;
        for (var i = 0; i < bars; i++)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            var step = (long)((state >> 33) % 2001) - 1000;
            var open = cents;
            cents = Math.Max(10_000, cents + step);
            var (high, low) = (Math.Max(open, cents) + (long)((state >> 20) % 500), Math.Min(open, cents) - (long)((state >> 11) % 500));
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{1577836800000 + (i * 60_000L)},{open / 100m:F2},{high / 100m:F2},{low / 100m:F2},{cents / 100m:F2},{(state >> 40) % 100_000_000 / 100_000m:F5}\n"));
        }
    }
}
