using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Signals;
using Ratchet.Testing;
using Ratchet.Trading.Events;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class SignalStrategiesTests
{
    private static readonly BarSeries Bars = SyntheticMarket.Generate(new() { Bars = 4000, TimeFrame = new(15), Seed = 3 }).Bars;

    public static TheoryData<string> Names() => [.. SignalStrategies.All.Select(s => s.Name)];

    [Fact]
    public void All_NamesAndWeights_AreThoseStated()
    {
        Assert.Equal(
            [("EMA_Trend", 1.0), ("RSI_Reversal", 0.8), ("FVG_Pattern", 1.0), ("Breakout", 1.0)],
            SignalStrategies.All.Select(s => (s.Name, s.BaseWeight)));
        foreach (var strategy in SignalStrategies.All)
        {
            strategy.Rules.Validate();
            Assert.Equal(strategy.Name, strategy.Rules.Name);
            Assert.Equal(strategy.Name, strategy.Create(new(TimeFrame.Hour1)).Name);
            Assert.Same(strategy, SignalStrategies.Find(strategy.Name));
        }

        Assert.Contains("FVG_Pattern", Assert.Throws<ArgumentException>(() => SignalStrategies.Find("ema_trend")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_TruncatedBars_SayTheSame(string name)
    {
        var whole = Scan(name, Bars);
        Assert.True(HandMadeBars.Rows(whole).Length > 10, $"{HandMadeBars.Rows(whole).Length} signals");
        foreach (var count in new[] { 60, 500, 1733, 3999 })
        {
            var part = Scan(name, Bars.Slice(new IndexRange(0, count)));
            for (var i = 0; i < count; i++)
            {
                Assert.Equal(whole.At(i, 0, 0), part.At(i, 0, 0));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_TwoSymbolsInTurn_DoNotSeeEachOther(string name)
    {
        var other = SyntheticMarket.Generate(new() { Bars = 4000, TimeFrame = new(15), Seed = 4 }).Bars;
        var strategy = SignalStrategies.Find(name).Create(new(Bars.TimeFrame));
        var (first, second) = (Scan(name, Bars), Scan(name, other));
        for (var i = 0; i < Bars.Count; i++)
        {
            strategy.Update(3, Bars[i], 7, out var left);
            strategy.Update(1, other[i], 7, out var right);
            Assert.Equal(first.At(i, 7, 0), left);
            Assert.Equal(second.At(i, 7, 0), right);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_EachSignal_IsOneThatAnEngineAccepts(string name)
    {
        var scan = Scan(name, Bars);
        var rules = SignalStrategies.Find(name).Rules;
        foreach (var row in HandMadeBars.Rows(scan))
        {
            var signal = scan.At(row, 0, 0);
            Assert.InRange(signal.Confidence, rules.ConfidenceThreshold, 1);
            Assert.InRange(signal.Confluence, 1, 5);
            Assert.True(double.IsFinite(signal.Momentum) && double.IsFinite(signal.Distance) && signal.Distance > 0);
            Assert.Equal(Bars.Close[row], signal.Context.Price);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_RealBars_SpeaksASaneNumberOfTimes(string name)
    {
        var raw = BarCsvReader.Read(SharedFiles.Require("data/crypto/binance_BTCUSDT_15m_2025.csv.gz"), cancellationToken: TestContext.Current.CancellationToken).Bars;
        var bars = new BarSeries(Symbol.Parse("BTC/USDT"), new(15), new()
        {
            OpenTime = raw.OpenTime,
            Open = raw.Open,
            High = raw.High,
            Low = raw.Low,
            Close = raw.Close,
            Volume = raw.Volume,
        });
        var scan = Scan(name, bars);
        var (longs, shorts) = (scan.CountOf(1), scan.CountOf(-1));
        TestContext.Current.SendDiagnosticMessage("{0}: {1} bars, {2} long, {3} short", name, bars.Count, longs, shorts);
        Assert.InRange(longs, 50, bars.Count / 20);
        Assert.InRange(shorts, 50, bars.Count / 20);
        Assert.InRange((double)longs / shorts, 0.5, 2);
        var market = scan.Context.Span[^1];
        Assert.InRange(market.VolumeShare, 0.01, 20);
        Assert.Equal(bars.Count, market.Bars);
    }

    [Fact]
    public void Columns_PlayedBack_SayWhatWasScanned()
    {
        var scan = Scan("Breakout", Bars);
        var player = new ColumnStrategy("again", [scan]);
        var again = SignalScan.Run(player, Bars, cancellationToken: TestContext.Current.CancellationToken);
        for (var i = 0; i < Bars.Count; i++)
        {
            Assert.Equal(scan.At(i, 0, 0), again.At(i, 0, 0));
        }

        player.Update(0, Bars[17], 2, out var earlier);
        Assert.Equal(scan.At(17, 2, 0), earlier);
        var unknown = Bars[17] with { OpenTime = Bars[17].OpenTime + 1 };
        Assert.Contains("no signal of symbol 0", Assert.Throws<ArgumentException>(() => player.Update(0, unknown, 0, out _)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => player.Update(1, Bars[0], 0, out _));
    }

    [Fact]
    public void Columns_OnlyTheNecessary_StandForDefaults()
    {
        var series = new SignalSeries { OpenTime = new long[] { 0, 5 }, Side = new sbyte[] { 0, -1 }, Confidence = new[] { 0, 0.7 }, Distance = new[] { 2.0, 3.0 } };
        new ColumnStrategy("bare", [series]).Update(0, new(5, 1, 1, 1, 9, 1), 4, out var signal);
        Assert.Equal(
            new Signal(4, -1, 0.7, double.MaxValue, 1, double.NaN, 3, 0, double.NaN, MarketContext.Unknown with { Price = 9, Atr = 3, Bars = 2 }),
            signal);
        Assert.True(series.Columns.Momentum.IsEmpty);
    }

    [Fact]
    public void Columns_ThatDoNotFit_AreRefused()
    {
        var good = new SignalSeries { OpenTime = new long[] { 0, 5 }, Side = new sbyte[] { 0, -1 }, Confidence = new[] { 0, 0.7 }, Distance = new[] { 2.0, 3.0 } };
        Refuse(good with { Confidence = new[] { 0.1 } }, "Confidence");
        Refuse(good with { Momentum = new[] { 0.1 } }, "Momentum");
        Refuse(good with { OpenTime = new long[] { 5, 5 } }, "OpenTime");
        Refuse(good with { Side = new sbyte[] { 2, 0 } }, "Side");

        static void Refuse(SignalSeries series, string field) =>
            Assert.Contains(field, Assert.Throws<ArgumentException>(() => new ColumnStrategy("x", [series])).Message, StringComparison.Ordinal);
    }

    private static SignalSeries Scan(string name, BarSeries bars) =>
        SignalScan.Run(SignalStrategies.Find(name).Create(new(bars.TimeFrame)), bars, cancellationToken: TestContext.Current.CancellationToken);
}
