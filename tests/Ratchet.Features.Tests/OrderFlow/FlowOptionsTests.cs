using Ratchet.Features.Levels;
using Ratchet.Features.OrderFlow;
using Ratchet.Market.Books;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.Tests.OrderFlow;

public sealed class FlowOptionsTests
{
    [Fact]
    public void Validate_JustInside_Passes()
    {
        new KinematicsOptions { HorizonMinutes = [0.05, 240], MaxAgeSeconds = 0.001 }.Validate();
        new FlowWindowOptions { WindowSeconds = [0.001, 86_400] }.Validate();
        new TapeOptions { SweepMilliseconds = 1, SweepTrades = 2, SweepPrices = 2 }.Validate();
        new TapeOptions { SweepMilliseconds = 60_000, SweepTrades = 1000, SweepPrices = 1000 }.Validate();
        new BarrierOptions { ConsumedFall = 0, ConsumedByTrades = 1, AbsorbedVolume = 0.01, AbsorbedDepth = 10, VacuumRatio = 1, WallRatio = 1, WallTraded = 0 }.Validate();
        new GammaOptions { Multiplier = 0.001, Rate = -0.5, Yield = 0.5, Reach = 0.001 }.Validate();
        new LevelOptions { OpeningRangeMinutes = 240, MaxAgeMinutes = 1, RoundStep = 0.01 }.Validate();
        new LevelContextOptions { TouchBand = 2, MonitorBand = 2, AtrPeriod = 1, VolatilityPeriod = 2 }.Validate();
    }

    [Fact]
    public void Validate_JustOutside_NamesTheField()
    {
        Refuses("HorizonMinutes", () => new KinematicsOptions { HorizonMinutes = [0.04] }.Validate());
        Refuses("HorizonMinutes", () => new KinematicsOptions { HorizonMinutes = [1, 241] }.Validate());
        Refuses("WindowSeconds", () => new FlowWindowOptions { WindowSeconds = [86_401] }.Validate());
        Refuses("WindowSeconds", () => new FlowWindowOptions { WindowSeconds = [double.NaN] }.Validate());
        Refuses("SweepMilliseconds", () => new TapeOptions { SweepMilliseconds = 0.9 }.Validate());
        Refuses("SweepTrades", () => new TapeOptions { SweepTrades = 1 }.Validate());
        Refuses("SweepPrices", () => new TapeOptions { SweepPrices = 1001 }.Validate());
        Refuses("SideRule", () => new TapeOptions { SideRule = (SideRule)9 }.Validate());
        Refuses("ConsumedFall", () => new BarrierOptions { ConsumedFall = 1.01 }.Validate());
        Refuses("WallRatio", () => new BarrierOptions { WallRatio = 0.99 }.Validate());
        Refuses("VacuumRatio", () => new BarrierOptions { VacuumRatio = double.NaN }.Validate());
        Refuses("Multiplier", () => new GammaOptions { Multiplier = 0 }.Validate());
        Refuses("Reach", () => new GammaOptions { Reach = 0 }.Validate());
        Refuses("OpeningRangeMinutes", () => new LevelOptions { OpeningRangeMinutes = 0 }.Validate());
        Refuses("RoundStep", () => new LevelOptions { RoundStep = 0 }.Validate());
        Refuses("MonitorBand", () => new LevelContextOptions { TouchBand = 2, MonitorBand = 1.9 }.Validate());
        Assert.Throws<ArgumentException>(() => new FlowWindowOptions { WindowSeconds = [] }.Validate());
        Assert.Throws<ArgumentException>(() => new FlowWindowOptions { WindowSeconds = [60, 60] }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiLevelOfiStream(0));
        Assert.Throws<ArgumentException>(() => new IntegratedOfiWeights([0.5, 0.4], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowValue.Absent(Availability.Measured));
    }

    [Fact]
    public void Update_AfterTheRingsHaveGrown_AllocatesNothing()
    {
        var ofi = new BestLevelOfiStream();
        var levels = new MultiLevelOfiStream(5);
        var tape = new TapeStream();
        var barrier = new BarrierStream(new(100, 2, ApproachSide.FromBelow));
        var kinematics = new KinematicsStream();
        var book = new BookLevel[5];
        void Feed(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var time = i * EventTime.Second / 4;
                var quote = new Quote(time, 99 + (i % 3), 1 + (i % 7), 101 + (i % 3), 2 + (i % 5));
                for (var m = 0; m < 5; m++)
                {
                    book[m] = new(quote.Ask + m, 1 + ((i + m) % 4));
                }

                var trade = new Trade(time, 100 + (i % 3), 1, i % 2 == 0 ? AggressorSide.Buy : AggressorSide.Sell);
                _ = ofi.Update(quote);
                levels.Update(time, book, book);
                tape.Update(quote);
                _ = tape.Update(trade);
                barrier.Update(trade);
                barrier.Update(time, book);
                kinematics.Update(quote);
                _ = (ofi.Read(0, time), levels.Read(0, 1, time), tape.Read(0, time), barrier.State(0, time), kinematics.Read(0, time));
            }
        }

        Feed(0, 20_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(20_000, 30_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Refuses(string field, Action action) =>
        Assert.Contains(field, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
