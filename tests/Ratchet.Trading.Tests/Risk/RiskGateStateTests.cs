using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>Making, writing and reading of gates, and the cost of a bar.</summary>
public sealed class RiskGateStateTests
{
    [Fact]
    public void Constructor_ForeignArguments_ThrowsNamingThem()
    {
        Assert.Throws<ArgumentException>("instruments", () => new RiskGate(new(), [], 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("strategies", () => new RiskGate(new(), [Desk.Instrument(0)], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialCash", () => new RiskGate(new(), [Desk.Instrument(0)], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("DailyLoss", () => new RiskGate(new() { DailyLoss = 2 }, [Desk.Instrument(0)], 1, 1));
    }

    [Fact]
    public void Read_EveryBreakerStanding_BlocksAsBefore()
    {
        var desk = new Desk(new() { SlippageBps = 1, ClockSkew = 1, GapBars = 1, VolatilitySpike = 2, RequireReadiness = true, DailyLoss = 0.01 }, symbols: 3, strategies: 2);
        for (var i = 0; i < 40; i++)
        {
            desk.Bar(i % 2, Desk.Start + (i / 2 * Desk.Hour), Desk.Start + (((i / 2) + 1) * Desk.Hour), close: 100 + (i % 5));
        }

        desk.Bar(0, Desk.Start + (30 * Desk.Hour), Desk.Start + (32 * Desk.Hour), range: 50);
        desk.Gate.Filled(1, 1, 100, 101, desk.Moment, desk.Audit);
        desk.Gate.FeedChanged(1, new(FeedState.Stale, "test", 0), desk.Moment, desk.Audit);
        desk.Gate.ReadinessChanged(1, new(1, true, 5, 0.99, false, true), desk.Moment, desk.Audit);
        desk.Gate.Rejected(0, desk.Moment, desk.Audit);
        desk.Trade(-1);
        desk.Order(CommandKind.Reduce);
        desk.Mark(9_850);
        Assert.Equal(
            ["ClockSkew", "DailyLoss", "DataQuality", "GappedData", "SlippageBeyondBound", "StaleData", "VolatilitySpike"],
            desk.Audit.Of(AuditKind.RiskTripped).Select(r => r.Reason.ToString()).Distinct().Order(StringComparer.Ordinal));
        var bytes = desk.Bytes();
        desk.Restart();
        Assert.Equal(bytes, desk.Bytes());
        Assert.Equal(TradingState.Reducing, desk.Gate.State);
    }

    [Fact]
    public void Read_ForeignBytes_IsRefused()
    {
        var desk = new Desk(new(), symbols: 2);
        var bytes = desk.Bytes();
        Assert.Throws<InvalidDataException>(() => Read(new RiskGate(new(), [Desk.Instrument(0)], 1, 1), bytes));
        Assert.Throws<InvalidDataException>(() => Read(new RiskGate(new(), [Desk.Instrument(0), Desk.Instrument(1)], 2, 1), bytes));
        Assert.Throws<InvalidDataException>(() => Read(new RiskGate(new(), desk.Instruments, 1, 1), bytes[..^1]));
        bytes[0]++;
        Assert.Throws<InvalidDataException>(() => Read(new RiskGate(new(), desk.Instruments, 1, 1), bytes));
    }

    [Fact]
    public void BarClosed_NothingTrips_AllocatesNothing()
    {
        var desk = new Desk(new() { VolatilitySpike = 50, ClockSkew = 1000, GapBars = 5 }, symbols: 4);
        Run(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(2);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Empty(desk.Audit.Records);

        void Run(int from)
        {
            for (var i = from * 1000; i < (from + 1) * 1000; i++)
            {
                for (var symbol = 0; symbol < 4; symbol++)
                {
                    desk.Bar(symbol, Desk.Start + (i * Desk.Hour), Desk.Start + ((i + 1) * Desk.Hour), close: 100 + (i % 3));
                }

                desk.Gate.Marked(10_000 + i, desk.Moment, desk.Audit);
                desk.Gate.TimePassed(desk.Moment, desk.Audit);
            }

            desk.Audit.Records.Clear();
        }
    }

    private static void Read(RiskGate gate, byte[] bytes)
    {
        var reader = new StateReader(bytes);
        gate.Read(ref reader);
    }
}
