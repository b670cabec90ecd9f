using System.Globalization;
using System.IO.Compression;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Testing;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Simulation;

namespace Ratchet.Trading.Tests.Simulation;

public sealed class EngineBacktestTests
{
    [Fact]
    public void Run_RealBars_GivesTheKernelsTrades()
    {
        var series = ReadCsv(SharedFiles.Require("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz"));
        var n = series.Count;
        var data = new RandomMarket(7, n);
        var distance = new double[n];
        var range = 0.0;
        for (var i = 0; i < n; i++)
        {
            range += (series.High[i] - series.Low[i] - range) / 14;
            distance[i] = range;
        }

        var signals = new SignalColumns { Side = data.Side, Confidence = data.Confidence, Distance = distance, ExitProbability = data.ExitProbability, Momentum = data.Momentum, Size = data.Size };
        var trades = KernelAgreement.Compare("BTC", KernelSetup.Options(new() { RiskPerTrade = 0.001, TrailingMultiple = 1 }), series, signals, new(0, n));
        Assert.True(trades > 2000, $"{trades} trades");
    }

    [Fact]
    public void Run_StrategiesOverTwoSymbols_IsTheSameEveryTimeAndAsColumns()
    {
        var (a, b) = (new RandomMarket(1, 400), new RandomMarket(2, 300));
        var plain = KernelSetup.Options(new() { ConfidenceThreshold = 0.3, MaximumGrossPerSymbol = 0.5, RiskPerTrade = 0.001 });
        var other = Symbol.Parse("ETH/USDT");
        var options = plain with { Instruments = [plain.Instruments[0], plain.Instruments[0] with { Symbol = other }] };
        var first = KernelSetup.Series(a);
        var second = new BarSeries(other, TimeFrame.Hour1, KernelSetup.Series(b).Columns);
        EngineResult Run() => EngineBacktest.Run(options, [second, first], [new Replayed([a, b])], null, null, CancellationToken.None);

        var result = Run();
        Assert.Equal(result.OrderHash, Run().OrderHash);
        Assert.Equal(400, result.Curve.Length);
        Assert.True(result.Trades.Count(t => t.Symbol == 0) > 20 && result.Trades.Count(t => t.Symbol == 1) > 20);
        Assert.Equal(options.InitialCash + result.Trades.Sum(t => t.Profit), result.FinalCash);
        Assert.Equal((double)result.FinalCash, result.Curve.Equity.Span[^1], 1e-9);

        // One symbol through the session and its strategies is the run over columns.
        var one = EngineBacktest.Run(plain, [first], [new Replayed([a])], null, null, CancellationToken.None);
        var columns = EngineBacktest.Run(plain, first, a.Signals, new(0, 400), null);
        Assert.Equal(columns.OrderHash, one.OrderHash);
        Assert.Equal(columns.Events, one.Events);
        Assert.Equal(columns.Curve.Equity.ToArray(), one.Curve.Equity.ToArray());
        Assert.Equal(columns.Refusals.OrderBy(p => p.Key), one.Refusals.OrderBy(p => p.Key));
    }

    [Fact]
    public void Run_BarsOfNoInstrument_Throws()
    {
        var data = new RandomMarket(1, 30);
        var plain = KernelSetup.Options(new());
        var foreign = new BarSeries(Symbol.Parse("ETH/USDT"), TimeFrame.Hour1, KernelSetup.Series(data).Columns);
        Assert.Throws<ArgumentException>(() => EngineBacktest.Run(plain, [foreign], [new Replayed([data])], null, null, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => EngineBacktest.Run(plain, [], [new Replayed([data])], null, null, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => EngineBacktest.Run(plain, foreign, data.Signals, new(0, 30), null));
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        var data = new RandomMarket(1, 30);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => EngineBacktest.Run(KernelSetup.Options(new()), [KernelSetup.Series(data)], [new Replayed([data])], null, null, source.Token));
    }

    [Fact]
    public void Run_FinerBarsDecide_FillsOnThemAlone()
    {
        var data = new RandomMarket(5, 400);
        var fine = KernelSetup.Series(data);
        var quarter = TimeFrame.Parse("15m");
        var times = Enumerable.Range(0, 400).Select(i => 1_600_000_200_000 + (i * quarter.Milliseconds)).ToArray();
        var finer = new BarSeries(KernelSetup.Symbol, quarter, fine.Columns with { OpenTime = times });
        double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, 100).Select(value)];
        var hours = new BarSeries(
            KernelSetup.Symbol,
            TimeFrame.Hour1,
            new()
            {
                OpenTime = Enumerable.Range(0, 100).Select(i => times[4 * i]).ToArray(),
                Open = Each(i => data.Open[4 * i]),
                High = Each(i => data.High.Skip(4 * i).Take(4).Max()),
                Low = Each(i => data.Low.Skip(4 * i).Take(4).Min()),
                Close = Each(i => data.Close[(4 * i) + 3]),
                Volume = Each(_ => 10),
            });
        var plain = KernelSetup.Options(new() { ConfidenceThreshold = 0.1, RiskPerTrade = 0.001, HorizonBars = 4 });
        var result = EngineBacktest.Run(plain with { Venue = plain.Venue with { FineBarsDecide = true } }, [hours, finer], [new Replayed([data])], null, null, CancellationToken.None);

        Assert.DoesNotContain(AuditReason.OutOfOrder, result.Refusals.Keys);
        Assert.Equal(100, result.Curve.Length);
        Assert.True(result.Trades.Count > 10);
        Assert.All(result.Trades, t => Assert.Equal(0, (t.EntryTime - times[0]) % TimeFrame.Hour1.Milliseconds));
        Assert.Contains(result.Trades, t => (t.ExitTime - times[0]) % TimeFrame.Hour1.Milliseconds != 0 && t.Reason != AuditReason.TimeStop);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Process_NothingHappens_AllocatesNothing(int positions)
    {
        var engine = new TradingEngine(KernelSetup.Options(new() { HorizonBars = int.MaxValue }));
        var journal = new NullJournal();
        if (positions > 0)
        {
            engine.Process(TradingEvent.OfBar(0, 0, 0, new(-2 * 3_600_000L, 100, 101, 99, 100, 5)), journal);
            engine.Process(TradingEvent.OfSignal(1, 0, 0, new(0, 1, 1, 1, 1, double.NaN, 50, 0, double.NaN, MarketContext.Unknown)), journal);
        }

        Signal signal = new(0, 0, 0.5, 1, 1, double.NaN, 1, 0, double.NaN, MarketContext.Unknown);
        void Feed(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var time = (i + 1) * 3_600_000L;
                engine.Process(TradingEvent.OfBar(2 * i, time, 0, new(i * 3_600_000L, 100, 101, 99, 100, 5)), journal);
                engine.Process(TradingEvent.OfSignal((2 * i) + 1, time, 0, signal), journal);
            }
        }

        Feed(0, 3000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(3000, 20_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(positions, engine.Positions.Count);
    }

    [Fact]
    public void OrderHash_AnyFieldChanged_Changes()
    {
        AuditRecord record = new() { Kind = AuditKind.OrderFilled, Reason = AuditReason.Target, Symbol = 1, Strategy = 2, Order = 3, Position = 4, Side = 1, Quantity = 5, Price = 6, Amount = 7 };
        AuditRecord[] others =
        [
            record with { Kind = AuditKind.OrderPlaced }, record with { Reason = AuditReason.None }, record with { Symbol = 2 }, record with { Strategy = 1 }, record with { Order = 4 },
            record with { Position = 5 }, record with { Side = -1 }, record with { Quantity = 6 }, record with { Price = 7 }, record with { Amount = 8 },
        ];
        static string Hash(params AuditRecord[] records)
        {
            var hash = new OrderHash();
            foreach (var r in records)
            {
                hash.Write(r);
            }

            return hash.Value;
        }

        Assert.Equal(others.Length + 2, others.Select(o => Hash(o)).Append(Hash(record)).Append(Hash()).Distinct().Count());
        Assert.Equal(Hash(record), Hash(record with { Event = 9, Time = 9 }, new() { Kind = AuditKind.Considered }));
        Assert.NotEqual(Hash(record, others[0]), Hash(others[0], record));

        // Longer than a block.
        var many = Enumerable.Range(0, 1000).Select(i => record with { Order = i }).ToArray();
        Assert.NotEqual(Hash(many), Hash([record, .. many[1..]]));
    }

    private static BarSeries ReadCsv(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();
        var (times, rows) = (new List<long>(), new List<double[]>());
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            times.Add(long.Parse(cells[0], CultureInfo.InvariantCulture));
            rows.Add([.. cells.Skip(1).Take(5).Select(c => double.Parse(c, CultureInfo.InvariantCulture))]);
        }

        double[] Column(int i) => [.. rows.Select(r => r[i])];
        return new(KernelSetup.Symbol, TimeFrame.Hour1, new() { OpenTime = times.ToArray(), Open = Column(0), High = Column(1), Low = Column(2), Close = Column(3), Volume = Column(4) });
    }

    private sealed class Replayed(RandomMarket[] data) : ITradingStrategy
    {
        private readonly int[] rows = new int[data.Length];

        public string Name => "signals";

        public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
        {
            var (d, row) = (data[symbol], rows[symbol]++);
            signal = new(strategy, d.Side[row], d.Confidence[row], d.Momentum[row], d.Size[row], d.ExitProbability[row], d.Distance[row], 0, double.NaN, MarketContext.Unknown);
        }

        public void Closed(TradeRecord trade)
        {
        }
    }
}
