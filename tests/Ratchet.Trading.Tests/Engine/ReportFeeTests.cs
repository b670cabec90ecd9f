using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;

namespace Ratchet.Trading.Tests.Engine;

public sealed class ReportFeeTests
{
    [Theory]
    [InlineData(-50)]
    [InlineData(-1)]
    [InlineData(250)]
    public void Report_FeeOrRebateWithinBounds_IsPaid(int fee)
    {
        var s = Opened(fee);
        Assert.Equal(10_000m - fee, s.Engine.Cash);
        Assert.Equal(50m, s.Position.Quantity);
    }

    [Theory]
    [InlineData(-51)]
    [InlineData(251)]
    public void Report_FeeOutsideTheBounds_IsRefused(int fee)
    {
        var s = Opened(fee);
        Assert.Equal(AuditReason.BadReport, s.Last(AuditKind.EventRefused).Reason);
        Assert.Equal((10_000m, 0), (s.Engine.Cash, s.Engine.Positions.Count));
    }

    private static Scenario Opened(int fee) => new Scenario(o => o with { ExternalVenue = true }).Flat().Long().Report(1, 1, OrderState.Filled, 50, 100, fee);
}
