using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Orders that bars fill in parts: shares of targets, and the risk of later parts of an entry.</summary>
public sealed class PartialFillTests
{
    private static Scenario Shared(Func<EngineOptions, EngineOptions>? change = null) =>
        new(o => (change ?? (x => x))(o with { Venue = new() { TakerFee = 0, SlippageBps = 0, VolumeShare = 0.1 } }));

    [Fact]
    public void Target_PartFilledBeyondWhatIsLeft_ClosesItsWholeShare()
    {
        // A target of 90 % is 45 of 50. The first bar gives 30, the next one the other 15.
        var s = Shared(o => Scenario.With(o, (ExitPlan p) => p with { TargetMultiples = [1, 3], TargetFractions = [0.9, 0.1] })).Flat().Long().Bar(100, 100, 100, 100, 1000);
        Assert.Equal(50m, s.Position.Quantity);
        s.Bar(101, 102, 101, 101, 300);
        Assert.Equal((20m, 0), (s.Position.Quantity, s.Position.TargetsReached));
        s.Bar(101, 102, 101, 101, 1000);
        Assert.Equal((5m, 1), (s.Position.Quantity, s.Position.TargetsReached));
    }

    [Fact]
    public void Target_SecondLegPartFilled_ClosesItsWholeShare()
    {
        // 25, 15, 10. The second: 12 of 15 in one bar leave 13; the next bar must close the other 3, so that 10 are left.
        var s = Shared().Flat().Long().Bar(100, 100, 100, 100, 1000).Bar(101, 102, 101, 102, 1000);
        Assert.Equal((25m, 1), (s.Position.Quantity, s.Position.TargetsReached));
        s.Bar(103, 104, 103, 103, 120).Bar(103, 104, 103, 103, 1000);
        Assert.Equal((10m, 2), (s.Position.Quantity, s.Position.TargetsReached));
    }

    [Fact]
    public void Entry_LaterPartFarFromTheStop_NeverRisksMoreThanApproved()
    {
        // 50 units with a stop 2 away may lose 100. 10 fill at 100 with the stop at 98; 40 more at 110 would put 500 at risk.
        var s = Shared(o => Scenario.With(o, (ExitPlan p) => p with { TargetMultiples = [], TargetFractions = [] })).Flat().Long().Bar(100, 100, 100, 100, 100).Bar(110, 110, 110, 110, 1000);
        var p = s.Position;
        Assert.True((double)p.Quantity * ((double)p.EntryPrice - p.Stop) <= 100 * (1 + 1e-9), $"{p.Quantity} at {p.EntryPrice}, stop {p.Stop}");
        Assert.Equal((1L, AuditReason.RiskPerTrade), (s.Last(AuditKind.OrderCancelled).Order, s.Last(AuditKind.OrderCancelled).Reason));
    }
}
