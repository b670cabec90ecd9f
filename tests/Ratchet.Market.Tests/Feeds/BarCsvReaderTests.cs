using System.Globalization;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ratchet.Market.Feeds;

namespace Ratchet.Market.Tests.Feeds;

public sealed class BarCsvReaderTests
{
    private const string Plain = "timestamp,open,high,low,close,volume\n1700000000000,1,3,0.5,2,10\n1700000060000,2,4,1.5,3,20.25\n";

    [Fact]
    public void Read_AnyColumnOrderAndNames_FindsTheColumns()
    {
        var file = Read("\"Volume\",ignored,Close,L,high,o,Open time,Number of trades,Taker buy base asset volume\r\n10,x,2,0.5,3,1,1700000000000,7,4.5\r\n\r\n");
        Assert.Equal([1700000000000], file.Bars.OpenTime);
        Assert.Equal(1, file.Bars.Open[0]);
        Assert.Equal(3, file.Bars.High[0]);
        Assert.Equal(0.5, file.Bars.Low[0]);
        Assert.Equal(2, file.Bars.Close[0]);
        Assert.Equal(10, file.Bars.Volume[0]);
        Assert.Equal(7, file.Bars.TradeCount[0]);
        Assert.Equal(4.5, file.Bars.TakerBuyVolume[0]);
        Assert.Equal([2], file.Bars.Line);
    }

    [Theory]
    [InlineData("1700000000", TimeUnit.Seconds)]
    [InlineData("1700000000.0", TimeUnit.Seconds)]
    [InlineData("1700000000000", TimeUnit.Milliseconds)]
    [InlineData("1700000000000000", TimeUnit.Microseconds)]
    [InlineData("1700000000000000000", TimeUnit.Nanoseconds)]
    [InlineData("2023-11-14T22:13:20Z", TimeUnit.Text)]
    [InlineData("2023-11-14 22:13:20.000000 UTC", TimeUnit.Text)]
    [InlineData("2023-11-14T17:13:20-05:00", TimeUnit.Text)]
    [InlineData("2023-11-15T03:43:20+0530", TimeUnit.Text)]
    public void Read_EveryTimeUnit_GivesMilliseconds(string time, TimeUnit unit)
    {
        var file = Read($"time,open,high,low,close,volume\n{time},1,3,0.5,2,10\n");
        Assert.Equal([1700000000000], file.Bars.OpenTime);
        Assert.Equal(unit, file.TimeUnit);
    }

    [Fact]
    public void Read_BinanceMicroseconds_WithoutHeader()
    {
        var file = Read("1735689600000000,1,3,0.5,2,10,1735689659999999,5,77,4.5,2,0\n1735689660000000,1,3,0.5,2,10,1735689719999999,5,78,4.5,2,0\n");
        Assert.Equal([1735689600000, 1735689660000], file.Bars.OpenTime);
        Assert.Equal([77, 78], file.Bars.TradeCount);
        Assert.Equal(TimeUnit.Microseconds, file.TimeUnit);
    }

    [Fact]
    public void Read_NaiveTimesOverAutumn_KeepTheOrder()
    {
        var rows = new[] { "00:30", "01:00", "01:30", "01:00", "01:30", "02:00" };
        var text = "date,open,high,low,close,volume\n" + string.Concat(rows.Select(r => $"2024-11-03 {r}:00,1,3,0.5,2,10\n"));
        var rising = Read(text, "America/New_York").Bars.OpenTime;
        for (var i = 1; i < rising.Length; i++)
        {
            Assert.Equal(30 * 60_000, rising[i] - rising[i - 1]);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zip")]
    [InlineData("bom")]
    [InlineData("gzip-members")]
    public void Read_OtherPackings_GiveTheSameRows(string packing)
    {
        using var file = new TemporaryFile(Pack(packing, Encoding.UTF8.GetBytes(Plain)));
        var read = BarCsvReader.Read(file.FullPath, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([10, 20.25], read.Bars.Volume);
    }

    [Fact]
    public void Read_NewestFirst_IsTurnedRoundAndSaysSo()
    {
        var file = Read("https://example.org\nunix,open,high,low,close,Volume BTC,Volume USDT\n1700000060000,2,4,1.5,3,20,60\n1700000000000,1,3,0.5,2,10,20\n");
        Assert.True(file.WasDescending);
        Assert.Equal([1700000000000, 1700000060000], file.Bars.OpenTime);
        Assert.Equal([10, 20], file.Bars.Volume);
        Assert.Equal([4, 3], file.Bars.Line);
        Assert.Contains(file.Facts, f => f.Contains("turned round", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_PartlyDisordered_IsLeftAsItIs()
    {
        var file = Read("timestamp,open,high,low,close,volume\n1700000060000,2,4,1.5,3,20\n1700000000000,1,3,0.5,2,10\n1700000120000,1,3,0.5,2,\n");
        Assert.False(file.WasDescending);
        Assert.Equal([1700000060000, 1700000000000, 1700000120000], file.Bars.OpenTime);
        Assert.True(double.IsNaN(file.Bars.Volume[2]));
    }

    [Theory]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000000,1,3,0.5,abc,10\n", "line 2, column 'close': 'abc'")]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000000,1,3,0.5,NaN,10\n", "'NaN' is no finite number. A missing value is an empty field")]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000000,1,3,0.5,Infinity,10\n", "'Infinity' is no finite number")]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000000,1,1e999,0.5,2,10\n", "column 'high': '1e999'")]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000000,\"1,5\",3,0.5,2,10\n", "Decimals must be written with a point")]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000000,1,5,3,0,5,2,10\n", "has 8 columns, 6 are expected. If decimals are written with commas")]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000000,1,3\n", "has 3 columns, 6 are expected. The line is cut off")]
    [InlineData("timestamp;open;high;low;close;volume\n1700000000000;1,0;3;0,5;2;10\n", "separated by semicolons")]
    [InlineData("timestamp,open,high,low,volume\n1700000000000,1,3,0.5,10\n", "column 'close': the header has no such column; it has timestamp, open")]
    [InlineData("timestamp,open,high,low,close,close,volume\n", "names this close column twice")]
    [InlineData("timestamp,open,high,low,close,volume\n", "a header and no rows")]
    [InlineData("\n\n", "no lines with data")]
    [InlineData("timestamp,open,high,low,close,volume\n20240101,1,3,0.5,2,10\n", "'20240101' is too small for a time")]
    [InlineData("timestamp,open,high,low,close,volume\n2024-13-01,1,3,0.5,2,10\n", "'2024-13-01' is no time")]
    [InlineData("timestamp,open,high,low,close,volume\n2024-01-01 00:00,1,3,0.5,2,10\n", "option TimeZone (--time-zone)")]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000,1,3,0.5,2,10\n1700000060000,1,3,0.5,2,10\n", "line 3, column 'timestamp': '1700000060000' is written in milliseconds, the rows before in seconds")]
    [InlineData("timestamp,open,high,low,close,volume,symbol\n1700000000000,1,3,0.5,2,10,BTCUSDT\n1700000060000,1,3,0.5,2,10,ETHUSDT\n", "'ETHUSDT' after 'BTCUSDT': the file mixes symbols")]
    [InlineData("1700000000000,1,3,0.5,2,10\n", "no header and 6 columns")]
    [InlineData("timestamp,open,high,low,close,volume\n1700000000000123,1,3,0.5,2,10\n", "is no whole millisecond")]
    [InlineData("<html><body>Not found</body></html>", "is no header of comma-separated columns")]
    public void Read_BadText_NamesThePlaceAndTheRemedy(string text, string expected)
    {
        using var file = new TemporaryFile(text);
        var message = Assert.Throws<MarketDataException>(() => BarCsvReader.Read(file.FullPath, null, TestContext.Current.CancellationToken)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.StartsWith(file.FullPath, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty", "is empty")]
    [InlineData("utf16", "UTF-16")]
    [InlineData("utf16be", "UTF-16")]
    [InlineData("latin1", "no UTF-8")]
    [InlineData("gzip-cut", "truncated or damaged")]
    [InlineData("gzip-members-cut", "truncated or damaged")]
    [InlineData("gzip-tail", "truncated or damaged")]
    [InlineData("zip-flipped", "truncated or damaged")]
    [InlineData("gzip-head", "truncated or damaged")]
    [InlineData("gzip-flipped", "truncated or damaged")]
    [InlineData("zip-cut", "truncated or damaged")]
    [InlineData("zip-two", "holds 2 files")]
    [InlineData("zstd", "packed by zstd")]
    public void Read_BadBytes_NamesTheRemedy(string packing, string expected)
    {
        using var file = new TemporaryFile(Pack(packing, Encoding.UTF8.GetBytes(Long())));
        var message = Assert.Throws<MarketDataException>(() => BarCsvReader.Read(file.FullPath, null, TestContext.Current.CancellationToken)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.StartsWith(file.FullPath, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_SaysSo() =>
        Assert.Contains("cannot be opened", Assert.Throws<MarketDataException>(() => BarCsvReader.Read("/nowhere/bars.csv", null, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_UnknownZone_SaysSo() =>
        Assert.Contains("no IANA time zone", Assert.Throws<MarketDataException>(() => Read(Plain, "Mars/Olympus")).Message, StringComparison.Ordinal);

    [Fact]
    public void NumberText_AnyNumber_AgreesWithTheLibrary() => Prop.ForAll<double>(x =>
    {
        foreach (var format in (string[])["R", "F8", "F2", "E17"])
        {
            var text = x.ToString(format, CultureInfo.InvariantCulture);
            var isNumber = NumberText.TryParse(Encoding.ASCII.GetBytes(text), out var value);
            if (isNumber != double.IsFinite(x) || (isNumber && !value.Equals(double.Parse(text, CultureInfo.InvariantCulture))))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1 000")]
    [InlineData("0x10")]
    public void NumberText_NoNumber_IsRefused(string text) => Assert.False(NumberText.TryParse(Encoding.ASCII.GetBytes(text), out _));

    private static BarCsvFile Read(string text, string? zone = null)
    {
        using var file = new TemporaryFile(text);
        return BarCsvReader.Read(file.FullPath, new BarCsvOptions { TimeZone = zone });
    }

    private static string Long()
    {
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (var i = 0; i < 5_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1700000000000 + (i * 60000L)},1,3,0.5,2,{(i * 7919) % 10007}\n");
        }

        return text.ToString();
    }

    private static byte[] Pack(string packing, byte[] text)
    {
        var gzip = Gzip(text);
        var zip = Zip(text, 1);
        return packing switch
        {
            "gzip" => gzip,
            "gzip-members" => [.. Gzip(text[..50]), .. Gzip(text[50..])],
            "gzip-members-cut" => [.. gzip, .. Gzip(text[37..])[..9_000]],
            "gzip-tail" => gzip[..^3],
            "zip-flipped" => Flip(Zip(text, 1)),
            "zip" => zip,
            "bom" => [0xEF, 0xBB, 0xBF, .. text],
            "empty" => [],
            "utf16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Plain)],
            "utf16be" => Encoding.BigEndianUnicode.GetBytes(Plain),
            "latin1" => Encoding.Latin1.GetBytes(Plain.Replace("20.25", "\u00e9", StringComparison.Ordinal)),
            "gzip-cut" => gzip[..(gzip.Length / 2)],
            "gzip-head" => gzip[..12],
            "gzip-flipped" => [.. gzip[..^6], (byte)(gzip[^6] ^ 0xFF), .. gzip[^5..]],
            "zip-cut" => zip[..(zip.Length / 2)],
            "zip-two" => Zip(text, 2),
            _ => [0x28, 0xB5, 0x2F, 0xFD, 0, 0, 0],
        };
    }

    /// <summary>Changes one digit of a volume inside a zip that is only stored, so that nothing but the checksum can tell.</summary>
    private static byte[] Flip(byte[] zip)
    {
        zip[^400] ^= 1;
        return zip;
    }

    private static byte[] Gzip(byte[] text)
    {
        using var memory = new MemoryStream();
        using (var packed = new GZipStream(memory, CompressionLevel.Optimal))
        {
            packed.Write(text);
        }

        return memory.ToArray();
    }

    private static byte[] Zip(byte[] text, int entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            for (var i = 0; i < entries; i++)
            {
                using var entry = archive.CreateEntry($"bars{i}.csv", CompressionLevel.NoCompression).Open();
                entry.Write(text);
            }
        }

        return memory.ToArray();
    }
}
