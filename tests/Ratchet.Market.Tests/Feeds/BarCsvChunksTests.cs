using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ratchet.Market.Feeds;
using Ratchet.Testing;

namespace Ratchet.Market.Tests.Feeds;

public sealed class BarCsvChunksTests
{
    private static readonly string[] Fields =
    [
        "1", "0", "-1", "1.5", "0.00002853", ".5", "5.", "", "12345678901234567", "9007199254740992", "9007199254740993", "9007199254740993.0", "0.1234567890123456789",
        "123456789012345678901", "1e5", "1E-3", "-0", "0.0", "00001.10", "\"7\"", " 8", "8 ", "4.35", "0.1", "1234567.1234567", "99999999999999999999.5", "0.0000000000000000000001",
    ];

    [Fact]
    public void Read_OddNumbers_TheFastWayEqualsTheGeneralBitForBit() => Prop.ForAll<int[]>(seeds =>
    {
        var text = new StringBuilder("timestamp,open,note,high,low,close,volume,trades\n1700000000000,1,x,2,1,2,3,4\n");
        var i = 0;
        foreach (var seed in seeds)
        {
            var pick = new int[6];
            for (var c = 0; c < pick.Length; c++)
            {
                pick[c] = (int)((uint)((seed * 2654435761) + (c * 40503)) % (uint)Fields.Length);
            }

            text.Append(CultureInfo.InvariantCulture, $"{1700000060000 + (i++ * 60000L)},{Fields[pick[0]]},n{seed},{Fields[pick[1]]},{Fields[pick[2]]},{Fields[pick[3]]},{Fields[pick[4]]},{Fields[pick[5]]}");
            text.Append(seed % 3 == 0 ? "\r\n" : "\n").Append(seed % 7 == 0 ? "\n" : string.Empty);
        }

        using var file = new TemporaryFile(text.ToString());
        return Bits(file.FullPath, mayBeFast: true).SequenceEqual(Bits(file.FullPath, mayBeFast: false));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_RandomDecimals_TheFastWayEqualsTheGeneralBitForBit() => Prop.ForAll<double[]>(values =>
    {
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n1700000000,1,2,1,2,3\n");
        for (var i = 0; i < values.Length; i++)
        {
            var value = double.IsFinite(values[i]) ? Math.Abs(values[i]) : 0;
            text.Append(CultureInfo.InvariantCulture, $"{1700000060 + (i * 60)},{value:R},{value % 1000:F8},{value % 1e6:F2},{value % 10:F15},{value % 1e9:F9}\n");
        }

        using var file = new TemporaryFile(text.ToString());
        return Bits(file.FullPath, mayBeFast: true).SequenceEqual(Bits(file.FullPath, mayBeFast: false));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1700000060000,1,3,0.5,abc,10\n", "line 3, column 'close': 'abc'")]
    [InlineData("1700000060000,1,3,0.5,2\n", "line 3: '1700000060000,1,3,0.5,2' has 5 columns, 6 are expected")]
    [InlineData("1700000060000,1,3,0.5,2,10,\n", "line 3: '1700000060000,1,3,0.5,2,10,' has 7 columns, 6 are expected")]
    [InlineData("1700000060000000,1,3,0.5,2,10\n", "line 3, column 'timestamp': '1700000060000000' is written in microseconds")]
    [InlineData("1700000060000,1,3,0.5,2,\"1,5\"\n", "line 3, column 'volume': '1,5'")]
    [InlineData("1700000060000,1,3,0.5,2,1e999\n", "line 3, column 'volume': '1e999'")]
    [InlineData("1700000060000,1,3,0.5,2,.\n", "line 3, column 'volume': '.'")]
    [InlineData("-5,1,3,0.5,2,1\n", "line 3, column 'timestamp': '-5' is too small")]
    public void Read_BadRowAfterPlainRows_NamesThePlace(string row, string expected)
    {
        using var file = new TemporaryFile("timestamp,open,high,low,close,volume\n1700000000000,1,3,0.5,2,10\n" + row);
        var message = Assert.Throws<MarketDataException>(() => BarCsvChunks.Read(file.FullPath, null, _ => { }, TestContext.Current.CancellationToken)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TimeUnit.Seconds, 1_000_000_000L)]
    [InlineData(TimeUnit.Milliseconds, 1_000_000L)]
    [InlineData(TimeUnit.Microseconds, 1_000L)]
    [InlineData(TimeUnit.Nanoseconds, 1L)]
    public void Read_EveryUnitOverManyChunks_GivesEveryRowOnce(TimeUnit unit, long divisor)
    {
        const int Rows = 20_000;
        var text = new StringBuilder("volume,close,low,high,open,time\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},2,1,3,1.25,{(1700000000 + (i * 60L)) * 1_000_000_000 / divisor}\n");
        }

        using var file = new TemporaryFile(text.ToString());
        var next = 0;
        var summary = BarCsvChunks.Read(
            file.FullPath,
            null,
            chunk =>
            {
                for (var i = 0; i < chunk.Count; i++, next++)
                {
                    Assert.True(chunk.OpenTime[i] == 1700000000000 + (next * 60_000L) && chunk.Volume[i] == next && chunk.Open[i] == 1.25 && chunk.Line[i] == next + 2);
                }
            },
            TestContext.Current.CancellationToken);
        Assert.Equal((Rows, Rows, unit, false), (next, (int)summary.Rows, summary.TimeUnit, summary.IsDescending));
    }

    [Theory]
    [InlineData("crypto/binance_BTCUSDT_15m_2025.csv.gz")]
    [InlineData("futures/NQ_1h_2021_2024-11.csv.gz")]
    [InlineData("raw_formats/binance_kline_12col_noheader_ADABTC-1m-2021-11-27.csv")]
    public void Read_SharedFile_TheFastWayEqualsTheGeneralBitForBit(string name)
    {
        var path = SharedFiles.Require($"data/{name}");
        Assert.True(Bits(path, mayBeFast: true).SequenceEqual(Bits(path, mayBeFast: false)));
    }

    private static List<long> Bits(string path, bool mayBeFast)
    {
        var bits = new List<long>();
        BarCsvChunks.Read(
            path,
            null,
            chunk =>
            {
                for (var i = 0; i < chunk.Count; i++)
                {
                    bits.Add(chunk.OpenTime[i]);
                    bits.Add(chunk.Line[i]);
                    bits.Add(BitConverter.DoubleToInt64Bits(chunk.Open[i]));
                    bits.Add(BitConverter.DoubleToInt64Bits(chunk.High[i]));
                    bits.Add(BitConverter.DoubleToInt64Bits(chunk.Low[i]));
                    bits.Add(BitConverter.DoubleToInt64Bits(chunk.Close[i]));
                    bits.Add(BitConverter.DoubleToInt64Bits(chunk.Volume[i]));
                    bits.Add(chunk.HasTradeCount ? BitConverter.DoubleToInt64Bits(chunk.TradeCount[i]) : 0);
                }
            },
            mayBeFast,
            CancellationToken.None);
        return bits;
    }
}
