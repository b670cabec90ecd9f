using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;
using static Ratchet.Trading.Tests.Simulation.Tables;

namespace Ratchet.Trading.Tests.Simulation;

/// <summary>
/// Situations computed by hand. Every table starts with a quiet bar at 100 whose close gives the signal; entry is the next open. With a stop of
/// 10 and 1 % of 10,000 at risk the quantity is 10, and targets are at 105 (half), 107.5 (0.3) and 110 (0.2).
/// </summary>
public sealed class SignalBacktestTableTests
{
    private static readonly double[] Quiet = Bar(100, 100, 100, 100);

    [Fact]
    public void Stop_TouchedInside_FillsAtItsPrice() =>
        Expect(Long(Bar(100, 102, 89, 95)), 1, 90, -100, ExitReason.StopLoss);

    [Fact]
    public void Stop_TouchedInTheEntryBarExactly_FillsAtItsPrice() =>
        Expect(Long(Bar(100, 101, 90, 99)), 1, 90, -100, ExitReason.StopLoss);

    [Fact]
    public void Stop_MissedByATick_StaysOpenToTheEnd() =>
        Expect(Long(Bar(100, 101, 90.01, 99)), 1, 99, -10, ExitReason.EndOfData);

    [Fact]
    public void Stop_GapBeyond_FillsAtTheOpen() =>
        Expect(Long(Quiet, Bar(85, 88, 80, 86)), 2, 85, -150, ExitReason.StopLoss);

    [Fact]
    public void StopAndTarget_InOneBar_StopIsFirst() =>
        Expect(Long(Quiet, Bar(100, 120, 89, 110)), 2, 90, -100, ExitReason.StopLoss);

    [Fact]
    public void StopAndTarget_GapOverTheTargetThenStop_StopIsFirst() =>
        Expect(Long(Quiet, Bar(112, 120, 89, 110)), 2, 90, -100, ExitReason.StopLoss);

    [Fact]
    public void Targets_AllTouchedInOneBar_FillAtTheirPrices() =>
        Expect(Long(Quiet, Bar(100, 110, 99, 108)), 2, 106.75, 67.5, ExitReason.Target);

    [Fact]
    public void Targets_GapOverAll_FillAtTheBetterOpen() =>
        Expect(Long(Quiet, Bar(115, 116, 114, 115)), 2, 115, 150, ExitReason.Target);

    [Fact]
    public void Targets_GapOverTheFirst_FillsItAtTheOpenAndTheSecondAtItsPrice() =>
        Expect(Long(Quiet, Bar(106, 108, 105, 107), Bar(107, 107, 89, 95)), 3, (5 * 106 + 3 * 107.5 + 2 * 90) / 10.0, 30 + 22.5 - 20, ExitReason.StopLoss);

    [Fact]
    public void Targets_OneABar_CloseTheirFractions() =>
        Expect(Long(Quiet, Bar(100, 105, 99, 104), Bar(104, 107.5, 103, 107), Bar(107, 110, 106, 109)), 4, 106.75, 67.5, ExitReason.Target);

    [Fact]
    public void FirstTarget_ReachedInTheEntryBar_Counts() =>
        Expect(Long(Bar(100, 105, 99, 104), Bar(104, 104, 90, 92)), 2, 97.5, -25, ExitReason.StopLoss);

    [Fact]
    public void BreakEven_LowOfTheTargetBarBelowEntry_ActsFromTheNextBarOnly() =>
        Expect(
            Long(Quiet, Bar(100, 105, 99, 104), Bar(104, 104.5, 100, 101)),
            3,
            102.5,
            25,
            ExitReason.BreakEven,
            Plain with { BreakEvenAfterFirstTarget = true });

    [Fact]
    public void BreakEven_GapBelowEntry_FillsAtTheOpen() =>
        Expect(
            Long(Quiet, Bar(100, 105, 99, 104), Bar(98, 99, 97, 98)),
            3,
            101.5,
            15,
            ExitReason.BreakEven,
            Plain with { BreakEvenAfterFirstTarget = true });

    [Fact]
    public void Trailing_AfterTheFirstTarget_FollowsTheBestPriceFromTheNextBar() =>

        // Best 107 -> stop 104 from bar 3; bar 3 makes 107.4 -> stop 104.4 from bar 4, which is hit.
        Expect(
            Long(Quiet, Bar(100, 107, 99, 106), Bar(106, 107.4, 105, 106), Bar(106, 106.5, 104, 105)),
            4,
            (5 * 105 + 5 * 104.4) / 10,
            25 + 22,
            ExitReason.TrailingStop,
            Plain with { TrailingMultiple = 0.3 });

    [Fact]
    public void Trailing_BeforeTheFirstTarget_IsOff() =>
        Expect(
            Long(Quiet, Bar(100, 104.9, 99, 104), Bar(104, 104, 95, 96)),
            3,
            96,
            -40,
            ExitReason.EndOfData,
            Plain with { TrailingMultiple = 0.3 });

    [Fact]
    public void Trailing_LooserThanBreakEven_LeavesTheStopAtEntry() =>
        Expect(
            Long(Quiet, Bar(100, 105, 99, 104), Bar(104, 104, 99, 101)),
            3,
            102.5,
            25,
            ExitReason.BreakEven,
            Plain with { TrailingMultiple = 0.6, BreakEvenAfterFirstTarget = true });

    [Fact]
    public void TimeStop_HorizonOver_ClosesAtTheOpenAfter() =>
        Expect(Long(Quiet, Bar(101, 102, 100, 101), Bar(103, 104, 80, 90)), 3, 103, 30, ExitReason.TimeStop, Plain with { HorizonBars = 2 });

    [Fact]
    public void TimeStop_HorizonEndsWithTheData_ClosesAtTheLastClose() =>
        Expect(Long(Quiet, Bar(101, 102, 100, 101)), 2, 101, 10, ExitReason.EndOfData, Plain with { HorizonBars = 2 });

    [Fact]
    public void ExitSignal_AboveThreshold_ClosesAtTheNextOpen()
    {
        var table = Long(Quiet, Bar(101, 102, 100, 101), Bar(99, 120, 98, 100));
        table.Exit[2] = 0.71;
        Expect(table, 3, 99, -10, ExitReason.Signal);
    }

    [Fact]
    public void ExitSignal_AtThresholdOrBeforeEntry_DoesNothing()
    {
        var table = Long(Quiet, Bar(101, 102, 100, 101), Bar(99, 101, 98, 100));
        table.Exit[0] = 1;
        table.Exit[1] = 0.7;
        table.Exit[2] = double.NaN;
        Expect(table, 3, 100, 0, ExitReason.EndOfData);
    }

    [Fact]
    public void ExitSignal_OpenBeyondTheStop_IsASignalExitAtTheOpen()
    {
        var table = Long(Quiet, Bar(80, 81, 79, 80));
        table.Exit[1] = 0.9;
        Expect(table, 2, 80, -200, ExitReason.Signal);
    }

    [Fact]
    public void Costs_MarketAndStopFills_SlipAndPayTheTakerFee()
    {
        // Entry 100.1 (10 bps), stop 90.1, quantity 10; exit 90.1 * 0.999; fees 0.1 % of both values.
        var run = Long(Bar(100, 101, 89, 95)).Run(Plain with { SlippageBps = 10, FeeRate = 0.001 });
        var trade = Assert.Single(run.Trades.ToArray());
        var exit = 90.1 * 0.999;
        Assert.Equal(100.1, trade.EntryPrice, 10);
        Assert.Equal(exit, trade.ExitPrice, 10);
        Assert.Equal(0.001 * 10 * (100.1 + exit), trade.Fees, 10);
        Assert.Equal((10 * (exit - 100.1)) - trade.Fees, trade.Profit, 10);
        Assert.Equal(100, trade.Risk, 10);
    }

    [Fact]
    public void Costs_Targets_DoNotSlipAndPayTheMakerFee()
    {
        // Entry 100.1, one target at 110.1, quantity 10; taker 0.1 % in, maker 0.02 % out.
        var options = Plain with { SlippageBps = 10, FeeRate = 0.001, MakerFeeRate = 0.0002, TargetSteps = [1], TargetFractions = [1] };
        var trade = Assert.Single(Long(Quiet, Bar(100, 111, 99, 110)).Run(options).Trades.ToArray());
        Assert.Equal(110.1, trade.ExitPrice, 10);
        Assert.Equal((0.001 * 1001) + (0.0002 * 1101), trade.Fees, 10);
        Assert.Equal(100 - trade.Fees, trade.Profit, 10);
    }

    [Fact]
    public void Size_GrossLimit_CapsTheEntryValue()
    {
        var trade = Assert.Single(Long(Bar(100, 101, 89, 95)).Run(Plain with { MaximumGrossPerSymbol = 0.05 }).Trades.ToArray());
        Assert.Equal(5, trade.Quantity, 12);
        Assert.Equal(-50, trade.Profit, 10);
    }

    [Theory]
    [InlineData(0.8, 1, 8)]
    [InlineData(1.7, 1, 10)]
    [InlineData(1, 0.5, 5)]
    [InlineData(1, 0.01, 2)]
    [InlineData(1, 3, 10)]
    [InlineData(0.8, 0.5, 4)]
    public void Size_ConfidenceAndModel_ScaleTheRiskWithinTheirRange(double confidence, double size, double quantity)
    {
        var table = Long(Bar(100, 101, 89, 95));
        table.Confidence[0] = confidence;
        table.Size[0] = size;
        Assert.Equal(quantity, Assert.Single(table.Run().Trades.ToArray()).Quantity, 12);
    }

    [Theory]
    [InlineData("distance", 0)]
    [InlineData("distance", double.NaN)]
    [InlineData("distance", -1)]
    [InlineData("distance", double.PositiveInfinity)]
    [InlineData("confidence", double.NaN)]
    [InlineData("confidence", 0.59)]
    [InlineData("size", double.NaN)]
    [InlineData("momentum", double.NaN)]
    [InlineData("momentum", 0.1)]
    public void Entry_SignalNotUsable_NothingIsTraded(string column, double value)
    {
        var table = Long(Bar(100, 101, 89, 95));
        var cells = column switch { "distance" => table.Distance, "confidence" => table.Confidence, "size" => table.Size, _ => table.Momentum };
        cells[0] = value;
        var run = table.Run(Plain with { MomentumThreshold = 0.2 });
        Assert.Equal(0, run.TradeCount);
        Assert.All(run.Equity.ToArray(), e => Assert.Equal(10_000, e));
    }

    [Fact]
    public void Entry_MomentumNegativeButStrong_IsTraded()
    {
        var table = Long(Bar(100, 101, 89, 95));
        table.Momentum[0] = -0.2;
        Assert.Equal(1, table.Run(Plain with { MomentumThreshold = 0.2 }).TradeCount);
    }

    [Fact]
    public void Entry_SignalAtTheLastBar_IsNotTraded()
    {
        var table = Of(Quiet, Quiet);
        table.Side[1] = 1;
        Assert.Equal(0, table.Run().TradeCount);
    }

    [Fact]
    public void Entry_SignalsWhileOpen_AreIgnoredAndTheCloseOfTheExitBarIsUsed()
    {
        // The stop is hit in bar 2; the signal at its close enters at the open of bar 3.
        var table = Long(Quiet, Bar(95, 96, 89, 95), Bar(95, 96, 94, 95), Bar(95, 97, 94, 96));
        table.Side[1] = 1;
        table.Side[2] = -1;
        var trades = table.Run().Trades.ToArray();
        Assert.Equal(2, trades.Length);
        Assert.Equal((3, 4, -1), (trades[1].EntryIndex, trades[1].ExitIndex, trades[1].Side));
        Assert.Equal(9.9, trades[1].Quantity, 12);
        Assert.Equal(-9.9, trades[1].Profit, 10);
    }

    [Fact]
    public void Entry_SignalAtTheCloseBeforeATimeStop_IsNotUsed()
    {
        var table = Long(Quiet, Bar(101, 102, 100, 101), Quiet);
        table.Side[1] = 1;
        var trades = table.Run(Plain with { HorizonBars = 1 }).Trades.ToArray();
        Assert.Equal((1, 2), (Assert.Single(trades).EntryIndex, trades[0].ExitIndex));
    }

    [Fact]
    public void Range_SignalBeforeItOrBarsAfterIt_AreNotSeen()
    {
        var table = Of(Quiet, Quiet, Quiet, Bar(100, 101, 99, 100.5), Bar(50, 50, 50, 50));
        table.Side[0] = 1;
        table.Side[2] = 1;
        var run = table.Run(range: new(1, 4));
        var trade = Assert.Single(run.Trades.ToArray());
        Assert.Equal((3, 3, ExitReason.EndOfData), (trade.EntryIndex, trade.ExitIndex, trade.ExitReason));
        Assert.Equal([10_000, 10_000, 10_005], run.Equity.ToArray());
    }

    [Fact]
    public void Equity_OpenPosition_IsMarkedAtEachClose()
    {
        var run = Long(Bar(100, 104, 99, 103), Bar(103, 106, 102, 104), Bar(104, 105, 101, 102)).Run();

        // Half of 10 leaves at 105 in bar 2; the rest is marked at 104 and closed at 102.
        Assert.Equal([10_000, 10_030, 10_045, 10_035], run.Equity.ToArray());
        Assert.Equal([0, 1030 / 10_030.0, 520 / 10_045.0, 0], run.Exposure.ToArray());
    }

    [Fact]
    public void Targets_None_LeavesStopsAndHorizon() =>
        Expect(
            Long(Quiet, Bar(100, 200, 99, 150)), 2, 150, 500, ExitReason.EndOfData, Plain with { TargetSteps = [], TargetFractions = [] });

    [Fact]
    public void Range_Empty_HasNoBarsAndNoTrades()
    {
        var run = Long(Quiet).Run(range: new(1, 1));
        Assert.Equal((0, 0), (run.Bars, run.TradeCount));
    }

    private static Tables Long(params double[][] after)
    {
        var table = Of([Quiet, .. after]);
        table.Side[0] = 1;
        return table;
    }

    // The one trade of the table, and of its mirror image about 100 as a short.
    private static void Expect(Tables table, int exitIndex, double exitPrice, double profit, ExitReason reason, SimulationOptions? options = null)
    {
        var trade = Assert.Single(table.Run(options).Trades.ToArray());
        Assert.Equal((1, exitIndex, 1, reason), (trade.EntryIndex, trade.ExitIndex, trade.Side, trade.ExitReason));
        Assert.Equal(100, trade.EntryPrice, 10);
        Assert.Equal(exitPrice, trade.ExitPrice, 10);
        Assert.Equal(profit, trade.Profit, 8);
        Assert.Equal(10, trade.Quantity, 12);
        Assert.Equal(100, trade.Risk, 10);

        var mirrored = Assert.Single(table.Mirror(100).Run(options).Trades.ToArray());
        Assert.Equal((1, exitIndex, -1, reason), (mirrored.EntryIndex, mirrored.ExitIndex, mirrored.Side, mirrored.ExitReason));
        Assert.Equal(200 - exitPrice, mirrored.ExitPrice, 10);
        Assert.Equal(profit, mirrored.Profit, 8);
    }
}
