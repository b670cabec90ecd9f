using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Engine;

public sealed class RefusedAdviceTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(7)]
    public void Advice_BadAndBlocking_TheEntryIsRefused(double multiplier)
    {
        var s = new Scenario().Flat().Tell(new Advice { Block = true, Multiplier = multiplier }).Long();
        Assert.Equal(AuditReason.BadAdvice, s.Last(AuditKind.EventRefused).Reason);
        Assert.Equal(AuditReason.AdviceBlocked, s.Last(AuditKind.Considered).Reason);
        Assert.Empty(s.Flat().Engine.Positions);
        Assert.Equal(50m, s.Long().Flat().Position.Quantity);
    }

    [Fact]
    public void Advice_BadAndNotBlocking_TheEntryHasItsBaseSize()
    {
        var s = new Scenario().Flat().Tell(new Advice { Multiplier = 3 }).Long();
        Assert.Equal(AuditReason.BadAdvice, s.Last(AuditKind.EventRefused).Reason);
        Assert.Equal(50m, s.Flat().Position.Quantity);
    }
}
