using Ratchet.Features.OrderFlow;

namespace Ratchet.Features.Tests.OrderFlow;

public sealed class FlowInputsTests
{
    [Fact]
    public void Report_Nothing_NamesEveryFamilyAsAbsent()
    {
        var report = new FlowInputs().Report();
        Assert.Equal(Enum.GetValues<FlowFamily>(), report.Select(r => r.Family));
        Assert.All(report, r => Assert.Equal(Availability.NoSource, r.Availability));
        Assert.All(report, r => Assert.NotEmpty(r.Reason));
    }

    [Fact]
    public void Report_EsBarsAndPriceOnlyTrades_SaysWhatIsMissing()
    {
        var inputs = new FlowInputs
        {
            Bars = FlowFiles.Bars("data/futures/ES_1m_2024-12_2025-09.csv.gz", 0, 100),
            Trades = FlowFiles.Trades("data/trades/ESM8_20180507_trades.csv.gz", 1000),
            Quotes = FlowFiles.Quotes("data/book/b3_PETR4_20250407-11_bbo.csv.gz", 1000),
        };
        var report = inputs.Report().ToDictionary(r => r.Family);
        Assert.True(report[FlowFamily.Kinematics].IsAvailable);
        Assert.Equal(Availability.NoSizes, report[FlowFamily.BestLevelOfi].Availability);
        Assert.Equal(Availability.NoSource, report[FlowFamily.Barrier].Availability);
        Assert.Contains("no sizes", report[FlowFamily.Tape].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_BookAlone_CarriesImbalanceAndBarrier()
    {
        var report = new FlowInputs { Book = FlowFiles.Book("data/book/lobster_AAPL_20120621_book10.csv.gz", 10) }.Report();
        Assert.Equal([FlowFamily.Kinematics, FlowFamily.BestLevelOfi, FlowFamily.MultiLevelOfi, FlowFamily.Barrier], report.Where(r => r.IsAvailable).Select(r => r.Family));
    }

    [Fact]
    public void Batches_AbsentFeeds_AreAbsentNotZero()
    {
        var values = new FlowValue[4];
        OrderFlowImbalance.BestLevel(null, [5], null, values);
        Assert.All(values, v => Assert.Equal(FlowValue.Absent(Availability.NoSource), v));
        var tape = new TapeValues[1];
        Tape.Compute(null, null, [5], null, tape);
        Assert.Equal(TapeValues.Absent(Availability.NoSource), tape[0]);
        var fuel = new GammaFuel[1];
        GammaExposure.Compute(null, [5], [1], null, fuel);
        Assert.Equal(Availability.NoSource, fuel[0].Availability);
        var barrier = new BarrierMeasures[3];
        ZoneBarrier.Compute(null, null, new(1, 1, ApproachSide.FromBelow), 0, [5], null, barrier);
        Assert.All(barrier, b => Assert.Equal(Availability.NoSource, b.Availability));
    }
}
