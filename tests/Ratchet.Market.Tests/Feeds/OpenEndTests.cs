using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ratchet.Market.Feeds;
using Ratchet.Market.Quality;

namespace Ratchet.Market.Tests.Feeds;

public sealed class OpenEndTests
{
    private const string Header = "timestamp,open,high,low,close,volume\n";

    /// <summary>Volumes of the rows before, the last volume as it stands at the end of the text, and why it is cut; null where it is taken with a note.</summary>
    public static TheoryData<string, int, string, string?> Ends() => new()
    {
        { "10.50", 20, "10.5", "all other rows have 2 decimals" },
        { "10.50", 20, "1", "all other rows have 2 decimals" },
        { "10.50", 20, "10.", "no other row's ends with a point" },
        { "10.50", 20, "", "no other row leaves the field empty" },
        { "10.50", 1, "", "no other row leaves the field empty" },
        { "10.50", 1, "10.", "no other row's ends with a point" },
        { "10.50", 19, "10.5", null },
        { "10.50", 20, "10.50", null },
        { "10.50", 20, "9.123", null },
        { "10.5 11.25", 20, "1", null },
        { "10", 20, "1", null },
        { "10.", 20, "1.", null },
        { "10 ", 20, "", null },
        { "1234567890", 20, "123456789", "all other rows have 10 characters" },
        { "123456789", 20, "12345678", null },
        { "\"10.50\"", 20, "\"10.5\"", "all other rows have 2 decimals" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Read_LastRowWithoutLineEnd_IsNotedOrRefusedTheSameBothWays(string volumes, int rows, string last, string? why)
    {
        var text = Text(volumes.Split(' '), rows, last);
        foreach (var mayBeFast in (bool[])[true, false])
        {
            foreach (var content in (byte[][])[Encoding.UTF8.GetBytes(text), Gzip(text), Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))])
            {
                using var file = new TemporaryFile(content);
                if (why is not null)
                {
                    var message = Assert.Throws<MarketDataException>(() => Read(file, mayBeFast)).Message;
                    Assert.Contains($"bars.csv, line {rows + 2}, column 'volume': '{last.Trim('"')}' is cut off", message, StringComparison.Ordinal);
                    Assert.Contains(why, message, StringComparison.Ordinal);
                }
                else
                {
                    var (summary, volume) = Read(file, mayBeFast);
                    Assert.Equal(rows + 1, summary.Rows);
                    Assert.StartsWith($"bars.csv, line {rows + 2}: the last row has no line end", summary.OpenEnd, StringComparison.Ordinal);
                    Assert.Contains(summary.OpenEnd, summary.Facts);
                    Assert.Equal(last.Length == 0 ? double.NaN : double.Parse(last, CultureInfo.InvariantCulture), volume);
                }
            }

            // With a line end behind it the row is as its writer meant it.
            using var ended = new TemporaryFile(text + "\n");
            Assert.Null(Read(ended, mayBeFast).Summary.OpenEnd);
        }
    }

    /// <summary>Whatever byte a file of constant decimals is cut at, no shortened number comes through.</summary>
    [Fact]
    public void Read_CutAtEveryByte_NeverTakesAShortenedNumber()
    {
        var text = Text(["10.50", "7.25", "12345.75"], 30, "88.25") + "\n";
        var whole = Rows(text)!;
        for (var cut = Header.Length; cut < text.Length; cut++)
        {
            var rows = Rows(text[..cut]);
            if (rows is not null)
            {
                Assert.Equal(whole[..rows.Count], rows);
                Assert.True(cut == text.Length - 1 || text[cut - 1] == '\n' || text[cut] == '\n' || rows.Count < 21, $"cut at {cut}");
            }
        }

        static List<double>? Rows(string text)
        {
            using var file = new TemporaryFile(text);
            var rows = new List<double>();
            try
            {
                BarCsvChunks.Read(file.FullPath, null, c => rows.AddRange(c.Volume), TestContext.Current.CancellationToken);
                return rows.Count < 21 ? [] : rows;
            }
            catch (MarketDataException)
            {
                return null;
            }
        }
    }

    [Fact]
    public void Read_BlankOrCarriageReturnAtTheEnd_IsNoOpenRow()
    {
        foreach (var end in (string[])["\n ", "\n\t", "\r"])
        {
            using var file = new TemporaryFile(Text(["10.50"], 20, "10.5") + end);
            Assert.Null(Read(file, mayBeFast: true).Summary.OpenEnd);
        }
    }

    [Fact]
    public void Check_TradesAndBarsWithoutLineEnd_SayItInTheNotes()
    {
        using var bars = new TemporaryFile(Text(["10.50"], 20, "10.75"));
        Assert.Contains(Assert.Single(SourceChecker.Check(bars.FullPath, cancellationToken: TestContext.Current.CancellationToken)).Notes, n => n.StartsWith("bars.csv, line 22:", StringComparison.Ordinal));
        var text = "timestamp,price,size\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{1_700_000_000_000 + i},10,0.50\n"));
        using var trades = new TemporaryFile(text + "1700000000020,10,0.75", "trades.csv");
        Assert.Contains(Assert.Single(SourceChecker.Check(trades.FullPath, cancellationToken: TestContext.Current.CancellationToken)).Notes, n => n.StartsWith("trades.csv, line 22:", StringComparison.Ordinal));
        using var cut = new TemporaryFile(text + "1700000000020,10,0.7", "trades.csv");
        Assert.Contains("'0.7' is cut off", Assert.Single(SourceChecker.Check(cut.FullPath, cancellationToken: TestContext.Current.CancellationToken)).Error, StringComparison.Ordinal);
    }

    private static string Text(string[] volumes, int rows, string last) =>
        Header + string.Concat(Enumerable.Range(0, rows).Select(i => $"{1_700_002_800_000 + (i * 3_600_000L)},10,12,9,11,{volumes[i % volumes.Length]}\n")) +
        $"{1_700_002_800_000 + (rows * 3_600_000L)},10,12,9,11,{last}";

    private static (BarCsvSummary Summary, double LastVolume) Read(TemporaryFile file, bool mayBeFast)
    {
        var last = double.NegativeInfinity;
        return (BarCsvChunks.Read(file.FullPath, null, c => last = c.Volume[^1], mayBeFast, CancellationToken.None), last);
    }

    private static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var packed = new GZipStream(memory, CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }
}
