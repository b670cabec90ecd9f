using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Simulation;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Portfolios;

/// <summary>A run that is the same everywhere: prices are made by sums, products and quotients alone, which every machine rounds alike.</summary>
internal sealed record PortfolioRun(EngineOptions Options, IReadOnlyList<BarSeries> Series, Func<IReadOnlyList<ITradingStrategy>> Strategies)
{
    public const long Start = 444_456 * 3_600_000L;

    /// <summary>Three symbols and three strategies, with ticks, lots, volume shares and waiting entries.</summary>
    public static PortfolioRun Portfolio(ulong seed, bool tiny = false, int only = -1)
    {
        string[] names = ["BTC/USDT", "ETH/USDT", "XRP/USDT"];
        double[] prices = [30_000, 2000, 0.5];
        decimal[] ticks = [0.1m, 0.01m, 0.0001m];
        StrategyRules[] rules =
        [
            new() { Name = "trend", Exits = new() { TrailingMultiple = 1, HorizonBars = 48 } },
            new() { Name = "return", EntryKind = OrderKind.Limit, Exits = new() { StopMultiple = 2, TargetMultiples = [1], TargetFractions = [1], HorizonBars = 24 } },
            new() { Name = "break", EntryKind = OrderKind.StopLimit, Exits = new() { TrailingShare = 0.02, TrailingAfterTarget = 0, HorizonMilliseconds = 36 * 3_600_000L } },
        ];
        (int Lookback, int Every, int Sign)[] looks = [(24, 4, 1), (6, 3, -1), (12, 5, 1)];
        var chosen = only < 0 ? Enumerable.Range(0, 3).ToArray() : [only];
        return new(
            new()
            {
                Instruments =
                [
                    .. names.Select((name, i) => new InstrumentRules
                    {
                        Symbol = Symbol.Parse(name), Frame = TimeFrame.Hour1, TickSize = tiny ? 0 : ticks[i], LotSize = tiny ? 0 : 0.001m, MinimumValue = tiny ? 0 : 5,
                    }),
                ],
                Strategies = [.. chosen.Select(i => rules[i])],
                Venue = new() { MakerFee = 0.0002, Slippage = SlippageModel.Volume, SlippageFactor = tiny ? 0 : 0.05, VolumeShare = tiny ? 0 : 0.05 },
                Sizing = new() { RiskPerTrade = tiny ? 1e-6 : 0.01 },
                Limits = new() { LosingRun = tiny ? 0 : 5, DrawdownReduce = 0.3, DrawdownHalt = 0.6 },
            },
            [.. names.Select((name, i) => Bars(StreamKey.FromSeed(seed).Derive(name), name, prices[i], 1500, TimeFrame.Hour1))],
            () => [.. chosen.Select(i => new LookbackStrategy(rules[i].Name, looks[i].Lookback, looks[i].Every, looks[i].Sign))]);
    }

    /// <summary>One symbol and one strategy with the given parts.</summary>
    public static PortfolioRun Single(ulong seed, StrategyRules rules, VenueOptions venue, decimal leverage = 1, bool fine = false)
    {
        const string name = "BTC/USDT";
        var key = StreamKey.FromSeed(seed).Derive(name);
        var quarters = Bars(key, name, 30_000, 8000, new(15));
        return new(
            new()
            {
                Instruments = [new() { Symbol = Symbol.Parse(name), Frame = TimeFrame.Hour1, Leverage = leverage }],
                Strategies = [rules],
                Venue = venue with { FineBarsDecide = fine },
            },
            fine ? [Hours(quarters), quarters] : [Hours(quarters)],
            () => [new LookbackStrategy(rules.Name, 24, 4, 1)]);
    }

    public EngineResult Run(IAuditSink? audit) =>
        EngineBacktest.Run(Options, Series, Strategies(), null, audit, TestContext.Current.CancellationToken);

    private static BarSeries Bars(StreamKey key, string name, double price, int count, TimeFrame frame)
    {
        var random = key.Open();
        var time = new long[count];
        var (open, high, low, close, volume) = (new double[count], new double[count], new double[count], new double[count], new double[count]);
        var drift = 0.0;
        for (var i = 0; i < count; i++)
        {
            drift = (drift * 0.98) + ((random.NextDouble() - 0.5) * 0.0008);
            time[i] = Start + (i * frame.Milliseconds);
            open[i] = price * (1 + ((random.NextDouble() - 0.5) * 0.001));
            close[i] = open[i] * (1 + drift + ((random.NextDouble() + random.NextDouble() - 1) * 0.012));
            high[i] = Math.Max(open[i], close[i]) * (1 + (random.NextDouble() * 0.004));
            low[i] = Math.Min(open[i], close[i]) * (1 - (random.NextDouble() * 0.004));
            volume[i] = 100_000 / price * (0.2 + random.NextDouble());
            price = close[i];
        }

        return new(Symbol.Parse(name), frame, new() { OpenTime = time, Open = open, High = high, Low = low, Close = close, Volume = volume });
    }

    private static BarSeries Hours(BarSeries quarters)
    {
        var count = quarters.Count / 4;
        var time = new long[count];
        var (open, high, low, close, volume) = (new double[count], new double[count], new double[count], new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            (time[i], open[i], close[i], high[i], low[i]) = (quarters.OpenTime[4 * i], quarters.Open[4 * i], quarters.Close[(4 * i) + 3], 0, double.MaxValue);
            for (var j = 4 * i; j < (4 * i) + 4; j++)
            {
                (high[i], low[i], volume[i]) = (Math.Max(high[i], quarters.High[j]), Math.Min(low[i], quarters.Low[j]), volume[i] + quarters.Volume[j]);
            }
        }

        return new(quarters.Symbol, TimeFrame.Hour1, new() { OpenTime = time, Open = open, High = high, Low = low, Close = close, Volume = volume });
    }
}
