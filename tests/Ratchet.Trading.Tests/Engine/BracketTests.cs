using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Engine;

public sealed class BracketTests
{
    [Fact]
    public void Targets_AllInOneBar_CloseInParts()
    {
        var s = new Scenario().Opened().Bar(100, 107, 99, 106);
        var trade = s.Trades.Single();
        Assert.Equal((AuditReason.Target, 3, 50m), (trade.Reason, trade.TargetsReached, trade.Quantity));
        Assert.Equal((25m * 2) + (15m * 4) + (10m * 6), trade.Profit);
        Assert.Equal(103.4m, trade.ExitPrice);
        Assert.Equal(100m, trade.Risk);
        Assert.Equal(10_170m, s.Engine.Cash);
        Assert.Equal([2L], s.Of(AuditKind.OrderCancelled).Select(r => r.Order));
    }

    [Fact]
    public void StopAndTarget_BothTouched_StopFirst()
    {
        var trade = new Scenario().Opened().Bar(100, 107, 98, 106).Trades.Single();
        Assert.Equal((AuditReason.StopLoss, 98m, -100m), (trade.Reason, trade.ExitPrice, trade.Profit));
    }

    [Fact]
    public void Stop_GapBeyond_FillsAtTheOpen()
    {
        var trade = new Scenario().Opened(-1).Bar(103, 104, 101, 102).Trades.Single();
        Assert.Equal((AuditReason.StopLoss, 103m, -150m), (trade.Reason, trade.ExitPrice, trade.Profit));
    }

    [Fact]
    public void Target_GapBeyond_FillsAtTheOpen()
    {
        var s = new Scenario().Opened().Bar(103, 103.5, 102.5, 103);
        Assert.Equal(103m, s.Last(AuditKind.OrderFilled).Price);
        Assert.Equal(25m, s.Position.Quantity);
    }

    [Fact]
    public void BreakEven_AfterTheFirstTarget_ActsFromTheNextBarOn()
    {
        // The first target at 102 in a bar whose low is below the entry: the stop stands at 98 in that bar still.
        var s = new Scenario().Opened().Bar(100, 102, 99, 101);
        Assert.Equal(100, s.Position.Stop);
        Assert.Equal(AuditReason.BreakEven, s.Of(AuditKind.StopMoved).Single().Reason);
        var trade = s.Bar(101, 101.5, 99.5, 100).Trades.Single();
        Assert.Equal((AuditReason.BreakEven, 1, 50m), (trade.Reason, trade.TargetsReached, trade.Profit));
    }

    [Fact]
    public void BreakEven_AfterTheSecondTarget_WaitsForIt()
    {
        var s = new Scenario(o => Scenario.With(o, (Ratchet.Trading.Profiles.ExitPlan e) => e with { BreakEvenAfterTarget = 2 })).Opened().Bar(100, 102, 99, 101);
        Assert.Equal(98, s.Position.Stop);
        s.Bar(101, 104, 101, 103);
        Assert.Equal(100, s.Position.Stop);
    }

    [Fact]
    public void Trailing_ByMultiple_FollowsTheBestPrice()
    {
        var s = new Scenario(o => Scenario.With(o, (Ratchet.Trading.Profiles.ExitPlan e) => e with { TrailingMultiple = 0.5, TrailingAfterTarget = 0, TargetMultiples = [], TargetFractions = [] }))
            .Opened();
        Assert.Equal(99, s.Position.Stop);
        s.Bar(100, 105, 99.5, 104);
        Assert.Equal(104, s.Position.Stop);
        var trade = s.Bar(104.5, 104.6, 103, 103).Trades.Single();
        Assert.Equal((AuditReason.TrailingStop, 104m), (trade.Reason, trade.ExitPrice));
    }

    [Fact]
    public void Trailing_ByShare_FollowsTheBestPriceOfAShort()
    {
        var s = new Scenario(o => Scenario.With(o, (Ratchet.Trading.Profiles.ExitPlan e) => e with { TrailingShare = 0.01, TrailingAfterTarget = 1 })).Opened(-1);
        Assert.Equal(102, s.Position.Stop);
        s.Bar(100, 100, 97.5, 98);
        Assert.Equal(97.5 * 1.01, s.Position.Stop, 1e-9);
    }

    [Fact]
    public void TimeStop_InBars_LeavesAtTheOpenAfter()
    {
        var s = new Scenario(o => Scenario.With(o, (Ratchet.Trading.Profiles.ExitPlan e) => e with { HorizonBars = 2 })).Opened().Flat();
        Assert.True(s.Position.Leaving);
        var trade = s.Bar(101, 101, 100, 100).Trades.Single();
        Assert.Equal((AuditReason.TimeStop, 101m, 50m), (trade.Reason, trade.ExitPrice, trade.Profit));
        Assert.Equal((1L, 3L), (trade.EntryBar, trade.ExitBar));
    }

    [Fact]
    public void TimeStop_InMilliseconds_LeavesAtTheFirstPriceAfter()
    {
        var s = new Scenario(o => Scenario.With(o, (Ratchet.Trading.Profiles.ExitPlan e) => e with { HorizonMilliseconds = Scenario.Hour * 3 / 2 })).Opened();
        Assert.False(s.Position.Leaving);
        s.Flat();
        Assert.True(s.Position.Leaving);
        Assert.Equal(AuditReason.TimeStop, s.Flat().Trades.Single().Reason);
    }

    [Theory]
    [InlineData(1, 0.8, true)]
    [InlineData(0, 0.8, true)]
    [InlineData(-1, 0.8, false)]
    [InlineData(1, 0.7, false)]
    [InlineData(1, double.NaN, false)]
    public void ExitModel_SpeaksOfItsSideAlone(int side, double probability, bool leaves)
    {
        var s = new Scenario().Opened().Speak(side, exit: probability);
        Assert.Equal(leaves, s.Position.Leaving);
        s.Flat();
        Assert.Equal(leaves ? 1 : 0, s.Trades.Count(t => t.Reason == AuditReason.ExitSignal));
    }

    [Fact]
    public void Stop_VolumeShareBinds_RestWorksAtTheNextOpensAndTargetsAreDead()
    {
        // 10 % of 300 units is 30 a bar: the entry takes two bars, the stop takes two.
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 0, VolumeShare = 0.1 } }).Flat().Long();
        s.Bar(100, 100.5, 99.5, 100, 300);
        Assert.Equal(30m, s.Position.Quantity);
        s.Bar(101, 101, 100, 100, 300);
        Assert.Equal((50m, 100.4m, 98.0), (s.Position.Quantity, s.Position.EntryPrice, s.Position.Stop));
        s.Bar(100, 100, 97, 97.5, 300);
        Assert.Equal(20m, s.Position.Quantity);
        s.Bar(99, 110, 98.5, 109, 0);
        Assert.Equal(20m, s.Position.Quantity);
        var trade = s.Bar(108, 110, 107, 109, 300).Trades.Single();
        Assert.Equal((AuditReason.StopLoss, 0), (trade.Reason, trade.TargetsReached));
        Assert.Equal((30m * (98m - 100.4m)) + (20m * (108m - 100.4m)), trade.Profit);
    }

    [Fact]
    public void Target_VolumeShareBinds_RestRests()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 0, VolumeShare = 0.1 } }).Flat().Long().Bar(100, 100, 100, 100, 500);
        s.Bar(100, 102, 100, 101, 100);
        Assert.Equal((40m, 0), (s.Position.Quantity, s.Position.TargetsReached));
        Assert.Equal(98, s.Position.Stop);
        s.Bar(101, 102.5, 101, 102, 1000);
        Assert.Equal((25m, 1, 100.0), (s.Position.Quantity, s.Position.TargetsReached, s.Position.Stop));
    }

    [Fact]
    public void Entry_PartlyFilledThenStopped_RestIsCancelled()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 0, VolumeShare = 0.1 } }).Flat().Long().Bar(100, 100, 97, 98, 300);
        Assert.Equal(30m, s.Trades.Single().Quantity);
        Assert.Contains(s.Of(AuditKind.OrderCancelled), r => r.Order == 1 && r.Quantity == 20m && r.Reason == AuditReason.BracketDone);
        Assert.Empty(s.Flat().Engine.Positions);
    }

    [Fact]
    public void FineBars_Decide_TargetBeforeStop()
    {
        // The decision bar touches both; the finer bars show that the target came first.
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 0, FineBarsDecide = true } }).Flat().Long();
        var t = s.Time;
        s.Fine(t, 100, 100.5, 99.5, 100).Fine(t + 60_000, 100, 102, 100, 101).Fine(t + 120_000, 101, 101, 97, 97.5).Bar(100, 102, 97, 97.5);
        var trade = s.Trades.Single();
        Assert.Equal((AuditReason.BreakEven, 1, 50m), (trade.Reason, trade.TargetsReached, trade.Profit));
        Assert.Equal((1L, 1L), (trade.EntryBar, trade.ExitBar));
    }

    [Fact]
    public void FineBars_DoNotDecide_FillNothing()
    {
        var s = new Scenario().Flat().Long();
        s.Fine(s.Time, 100, 100, 90, 90);
        Assert.Empty(s.Engine.Positions);
    }

    [Fact]
    public void Example_OfTheDocumentation_HoldsToTheDigit()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0.0005, SlippageBps = 0 } }).Flat().Long();
        s.Bar(100, 101, 99, 100);
        Assert.Equal(2.5m, s.Last(AuditKind.OrderFilled).Amount);
        s.Bar(101, 102.5, 99.5, 102);
        Assert.Equal((1.275m, 100.0), (s.Last(AuditKind.OrderFilled).Amount, s.Position.Stop));
        var trade = s.Bar(103, 104, 99, 101).Trades.Single();
        Assert.Equal((44.975m, AuditReason.BreakEven, 1), (trade.Profit, trade.Reason, trade.TargetsReached));
        Assert.Equal(10_044.975m, s.Engine.Cash);
    }

    [Fact]
    public void Ticks_Decide_FillOneAfterTheOther()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 0, FineBarsDecide = true } }).Flat().Long();
        var t = s.Time;
        s.Tick(t - 1, 99).Tick(t, 101).Tick(t, 103.5);
        Assert.Equal((25m, 101m, t), (s.Position.Quantity, s.Position.EntryPrice, s.Position.EntryTime));
        var trade = s.Tick(t + 1, 100.5).Trades.Single();
        Assert.Equal((AuditReason.BreakEven, (25m * 2.5m) - (25m * 0.5m)), (trade.Reason, trade.Profit));
    }
}
