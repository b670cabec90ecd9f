using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

public sealed class OverlapTests
{
    private const long Hour = 3_600_000;
    private static readonly Symbol Bitcoin = Symbol.Parse("BTC/USDT");
    private static readonly QualityOptions Sharp = new() { StaleRun = 3, OutlierWindow = 20, OutlierThreshold = 3 };

    /// <summary>
    /// Files with bad rows, rows twice, gaps, runs and jumps, cut into pieces that share the bar at each cut or more, in any order: every figure of the manifest
    /// is that of the whole file.
    /// </summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Import_OverlappingPiecesInAnyOrder_GivesTheFiguresOfTheWhole(bool isFilled, bool hasSessions)
    {
        for (var number = 0; number < 12; number++)
        {
            var stream = StreamKey.FromSeed(77).Derive(number).Derive(isFilled ? 1 : 0).Derive(hasSessions ? 1 : 0).Open();
            var rows = Rows(ref stream);
            using var temporary = new TemporaryStore();
            var whole = Import(new BarStore(Path.Combine(temporary.Folder, "whole")), temporary, rows, isFilled, hasSessions);
            var cuts = Cuts(ref stream, rows);
            var order = Enumerable.Range(0, cuts.Count - 1).ToArray();
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = stream.NextInt(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            BarManifest? pieces = null;
            foreach (var piece in order)
            {
                // Some pieces reach back further than the cut.
                var from = piece == 0 ? long.MinValue : cuts[Math.Max(1, piece - stream.NextInt(2))];
                var to = piece == cuts.Count - 2 ? long.MaxValue : cuts[piece + 1];
                pieces = Import(temporary.Store, temporary, [.. rows.Where(r => r.Time >= from && r.Time <= to)], isFilled, hasSessions);
            }

            Assert.Equal(Figures(whole), Figures(pieces!));
            var before = temporary.Snapshot();
            Import(temporary.Store, temporary, [.. rows.Where(r => r.Time >= cuts[0] && r.Time <= cuts[1])], isFilled, hasSessions);
            Assert.Equal(before, temporary.Snapshot());
        }
    }

    [Fact]
    public void Import_WholeFile_TheFiguresAreThoseOfItsReport()
    {
        var stream = StreamKey.FromSeed(78).Open();
        for (var number = 0; number < 25; number++)
        {
            using var temporary = new TemporaryStore();
            var outcome = temporary.Store.Import(Request(temporary, Rows(ref stream), isFilled: false, hasSessions: true), TestContext.Current.CancellationToken);
            var expected = outcome.QualityReport.Defects.CountBy(d => d.Kind).ToDictionary(g => g.Key.ToString(), g => (long)g.Value);
            expected["MissingBars"] = outcome.QualityReport.MissingBars;
            Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), outcome.Manifest!.QualitySummary);
        }
    }

    [Fact]
    public void Import_TheBadRowIsCorrectedLater_CountsNeitherAsMissing()
    {
        using var temporary = new TemporaryStore();
        var rows = Enumerable.Range(0, 10).Where(i => i != 6).Select(i => new Row(T(i), 10, i == 3 ? -1 : 10 + (i % 2), 5)).ToList();
        var first = Import(temporary.Store, temporary, rows, false, false);
        Assert.Equal((1, 1, 8), (first.QualitySummary["NonPositivePrice"], first.QualitySummary["MissingBars"], first.Rows));
        var corrected = Import(temporary.Store, temporary, [new(T(2), 10, 10, 5), new(T(3), 10, 11, 5), new(T(4), 10, 10, 5)], false, false);
        Assert.Equal((1, 1, 9, 0.9), (corrected.QualitySummary["NonPositivePrice"], corrected.QualitySummary["MissingBars"], corrected.Rows, corrected.Quality));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Append_TradeCountsOfStoredBars_AreTakenWhereNoneWereStored(bool isTail)
    {
        using var temporary = new TemporaryStore();
        var plain = Bars(0, 20, _ => double.NaN);
        temporary.Store.Append(plain, "plain", synthetic: false);
        temporary.Store.Append(isTail ? Bars(10, 15, i => i) : Bars(10, 10, i => i), "counted", synthetic: false);
        using (var stored = temporary.Store.Load(Bitcoin, TimeFrame.Hour1))
        {
            var counts = stored.Series.Columns.TradeCount.ToArray();
            Assert.Equal(Enumerable.Range(0, isTail ? 25 : 20).Select(i => i < 10 ? double.NaN : i), counts);
            Assert.Equal(counts.Select(c => c * 2), stored.Series.Columns.TakerBuyVolume.ToArray());
        }

        // The second time there is nothing new; and what is stored stays where both have a value.
        var before = temporary.Snapshot();
        temporary.Store.Append(Bars(10, 10, i => i), "counted", synthetic: false);
        temporary.Store.Append(Bars(10, 10, i => i + 1), "counted", synthetic: false);
        Assert.Equal(before, temporary.Snapshot());
        temporary.Store.Append(Bars(8, 4, i => 100 + i), "counted", synthetic: false);
        using var joined = temporary.Store.Load(Bitcoin, TimeFrame.Hour1);
        Assert.Equal([108, 109, 10, 11], joined.Series.Columns.TradeCount.ToArray()[8..12]);
    }

    private static long T(int hour) => 1_700_002_800_000 + (hour * Hour);

    private static BarSeries Bars(int from, int count, Func<int, double> trades)
    {
        var builder = new BarSeriesBuilder(Bitcoin, TimeFrame.Hour1);
        for (var i = from; i < from + count; i++)
        {
            builder.Add(new(i * Hour, 10, 12, 9, 10 + (i % 2), 5, trades(i), 2 * trades(i)));
        }

        return builder.Build();
    }

    private static string Figures(BarManifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"{manifest.ContentHash} rows {manifest.Rows} expected {manifest.ExpectedRows} filled {manifest.FilledBars} quality {manifest.Quality:R} {string.Join(' ', manifest.QualitySummary)}");

    private static BarManifest Import(BarStore store, TemporaryStore temporary, IReadOnlyList<Row> rows, bool isFilled, bool hasSessions)
    {
        var outcome = store.Import(Request(temporary, rows, isFilled, hasSessions), TestContext.Current.CancellationToken);
        Assert.True(outcome.Accepted, string.Join('\n', outcome.Facts));
        return outcome.Manifest!;
    }

    private static ImportRequest Request(TemporaryStore temporary, IReadOnlyList<Row> rows, bool isFilled, bool hasSessions) => new()
    {
        Path = temporary.Write("piece.csv", "timestamp,open,high,low,close,volume\n" + string.Concat(rows.Select(r => r.Text))),
        Symbol = Bitcoin,
        TimeFrame = TimeFrame.Hour1,
        Calendar = hasSessions ? TradingCalendar.CmeGlobex : null,
        AcceptBelow = true,
        Quality = Sharp,
        Repairs = new() { FillFlat = isFilled },
    };

    /// <summary>Times at which the file may be cut: those of one good row, the first and the last such one among them.</summary>
    private static List<long> Cuts(ref RandomStream stream, List<Row> rows)
    {
        var good = rows.GroupBy(r => r.Time).Where(g => g.Count() == 1 && g.First().Close > 0 && g.Key % Hour == 0).Select(g => g.Key).ToArray();
        var cuts = new SortedSet<long> { good[0], good[^1] };
        for (var k = stream.NextInt(5); k >= 0; k--)
        {
            cuts.Add(good[stream.NextInt(good.Length)]);
        }

        return [.. cuts];
    }

    private static List<Row> Rows(ref RandomStream stream)
    {
        var rows = new List<Row>();
        var price = 100.0;
        var start = UtcTime.Parse("2025-01-02T00:00:00Z");
        for (var i = 0; i < 130; i++)
        {
            price = stream.NextInt(12) == 0 ? price * 1.2 : stream.NextInt(3) == 0 ? price : price * (1 + (0.001 * (stream.NextDouble() - 0.5)));
            var row = new Row(start + (i * Hour), Math.Round(price, 4), Math.Round(price, 4), stream.NextInt(9));
            switch (stream.NextInt(16))
            {
                case 0: break;
                case 1: rows.Add(row with { Close = -1 }); break;
                case 2: rows.Add(row with { Time = row.Time + 60_000 }); break;
                case 3: rows.Add(row); rows.Add(row); rows.Add(row); break;
                case 4: rows.Add(row); rows.Add(row with { Close = row.Close + 1 }); break;
                case 5: i += stream.NextInt(6); break;
                default: rows.Add(row); break;
            }
        }

        return rows;
    }

    private sealed record Row(long Time, double Open, double Close, double Volume)
    {
        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Time},{Open},{Math.Max(Open, Close)},{(Close < 0 ? Close : Math.Min(Open, Close))},{Close},{Volume}\n");
    }
}
