using Ratchet.Hosting.Composition.Paper;
using Ratchet.Market.Bars;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Scenarios.Paper;

public sealed class ParityScenarios
{
    [Fact]
    public async Task Parity_CleanThenAltered_IsAttributedToItsCause()
    {
        using var place = new ScratchFolder();
        await using var bench = new PaperBench(place.Path, new() { Minutes = 4 * 1440 }, []);
        await bench.RunAsync();

        var clean = await Of(bench, bench.Series, s => s);
        Assert.Equal((1, 4), (clean.Share, clean.Days.Count));
        Assert.Equal(4 * 96, clean.Days.Sum(d => d.Bars));

        // A bar of another price: that bar is data, and so is what follows from it.
        var row = SessionRow(bench, 100);
        var altered = await Of(bench, [bench.Series[0], Altered(bench.Series[1], row)], s => s);
        Assert.Equal((bench.Series[1].OpenTime[row], DifferenceCause.Data, false), (altered.Differences[0].OpenTime, altered.Differences[0].Cause, altered.Differences[0].IsConsequence));
        Assert.All(altered.Differences, d => Assert.Equal(DifferenceCause.Data, d.Cause));

        // Another strategy under the same name, from a bar on.
        var other = await Of(bench, bench.Series, s => s.Name == SignalStrategies.Breakout ? new Stubborn(s, bench.Series[1].OpenTime[row]) : s);
        Assert.Equal((bench.Series[1].OpenTime[row], DifferenceCause.Model), (other.Differences[0].OpenTime, other.Differences[0].Cause));
        Assert.DoesNotContain(other.Differences, d => d.Cause is DifferenceCause.Data or DifferenceCause.Timing);
        Assert.InRange(other.Share, 0.1, 0.999);
    }

    [Fact]
    public async Task Parity_BarsThatCameTooLate_AreTiming()
    {
        using var place = new ScratchFolder();
        await using var bench = new PaperBench(
            place.Path, new() { Minutes = 6 * 1440 }, [.. Enumerable.Range(0, 6).Select(i => new Fault(FaultKind.Maintenance, 60 + (i * 1440), TimeSpan.FromHours(6)))]);
        await bench.RunAsync();

        var report = await Of(bench, bench.Series, s => s);

        Assert.NotEmpty(report.Differences);
        Assert.Equal(DifferenceCause.Timing, report.Differences[0].Cause);
        Assert.DoesNotContain(report.Differences, d => d.Cause is DifferenceCause.Data or DifferenceCause.Model);
    }

    private static int SessionRow(PaperBench bench, int bar) => bench.Series[1].OpenTime.IndexOf(bench.Origin) + bar;

    private static async Task<ParityReport> Of(PaperBench bench, IReadOnlyList<BarSeries> series, Func<ITradingStrategy, ITradingStrategy> change)
    {
        var setup = bench.Folder.ReadSetup();
        using var reader = bench.Folder.OpenReader(setup);
        ITradingStrategy[] strategies = [.. SessionStrategies.Create(setup, []).Select(change)];
        SessionHistory.WarmUp(bench.Folder, setup, strategies);
        return await SessionParity.RunAsync(setup, reader, series, strategies, TestContext.Current.CancellationToken);
    }

    private static BarSeries Altered(BarSeries bars, int row)
    {
        var (close, high) = (bars.Close.ToArray(), bars.High.ToArray());
        (close[row], high[row]) = (high[row] * 1.01, high[row] * 1.02);
        return new(bars.Symbol, bars.TimeFrame, new()
        {
            OpenTime = bars.Columns.OpenTime,
            Open = bars.Columns.Open,
            High = high,
            Low = bars.Columns.Low,
            Close = close,
            Volume = bars.Columns.Volume,
        });
    }

    /// <summary>Goes long at every bar from a time on.</summary>
    private sealed class Stubborn(ITradingStrategy inner, long from) : ITradingStrategy
    {
        public string Name => inner.Name;

        public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
        {
            inner.Update(symbol, bar, strategy, out signal);
            signal = bar.OpenTime < from ? signal : signal with { Side = 1, Confidence = 0.9 };
        }

        public void Closed(TradeRecord trade) => inner.Closed(trade);
    }
}
