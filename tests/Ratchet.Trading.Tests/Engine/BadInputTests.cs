using System.Buffers;
using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Tests.Engine;

public sealed class BadInputTests
{
    private static readonly Bar Good = new(2 * Scenario.Hour, 100, 101, 99, 100, 10);

    public static TheoryData<string, AuditReason, string> Cases
    {
        get
        {
            var data = new TheoryData<string, AuditReason, string>();
            foreach (var name in Events.Keys)
            {
                var (reason, text, _) = Events[name];
                data.Add(name, reason, text);
            }

            return data;
        }
    }

    private static Dictionary<string, (AuditReason Reason, string Text, TradingEvent Event)> Events { get; } = new()
    {
        ["open NaN"] = OfBar(Good with { Open = double.NaN }, "Bar.Open"),
        ["open zero"] = OfBar(Good with { Open = 0 }, "Bar.Open"),
        ["open negative"] = OfBar(Good with { Open = -1 }, "Bar.Open"),
        ["open infinite"] = OfBar(Good with { Open = double.PositiveInfinity }, "Bar.Open"),
        ["high NaN"] = OfBar(Good with { High = double.NaN }, "Bar.High"),
        ["high infinite"] = OfBar(Good with { High = double.PositiveInfinity }, "Bar.High"),
        ["high too large"] = OfBar(Good with { High = 1.1e12 }, "Bar.High"),
        ["high below open"] = OfBar(Good with { Open = 102 }, "Bar.High"),
        ["high below close"] = OfBar(Good with { Close = 101.5 }, "Bar.High"),
        ["low NaN"] = OfBar(Good with { Low = double.NaN }, "Bar.Low"),
        ["low zero"] = OfBar(Good with { Low = 0 }, "Bar.Low"),
        ["low negative"] = OfBar(Good with { Low = -5 }, "Bar.Low"),
        ["low too small"] = OfBar(Good with { Low = 1e-13 }, "Bar.Low"),
        ["low above open"] = OfBar(Good with { Open = 98 }, "Bar.Low"),
        ["low above close"] = OfBar(Good with { Close = 98.5 }, "Bar.Low"),
        ["close NaN"] = OfBar(Good with { Close = double.NaN }, "Bar.Close"),
        ["close negative"] = OfBar(Good with { Close = -100 }, "Bar.Close"),
        ["volume NaN"] = OfBar(Good with { Volume = double.NaN }, "Bar.Volume"),
        ["volume negative"] = OfBar(Good with { Volume = -1 }, "Bar.Volume"),
        ["volume infinite"] = OfBar(Good with { Volume = double.PositiveInfinity }, "Bar.Volume"),
        ["open time absurd"] = OfBar(Good with { OpenTime = long.MaxValue }, "Bar.OpenTime"),
        ["fine bar, low NaN"] = (AuditReason.ImpossibleBar, "Bar.Low", TradingEvent.OfBar(99, 2 * Scenario.Hour, 0, Good with { Low = double.NaN }, fine: true)),
        ["tick, price NaN"] = (AuditReason.ImpossibleBar, "Bar.Open", TradingEvent.OfTick(99, 2 * Scenario.Hour, 0, 2 * Scenario.Hour, double.NaN, 1)),
        ["tick, price zero"] = (AuditReason.ImpossibleBar, "Bar.Open", TradingEvent.OfTick(99, 2 * Scenario.Hour, 0, 2 * Scenario.Hour, 0, 1)),
        ["tick, quantity negative"] = (AuditReason.ImpossibleBar, "Bar.Volume", TradingEvent.OfTick(99, 2 * Scenario.Hour, 0, 2 * Scenario.Hour, 1, -1)),
        ["bar seen before"] = (AuditReason.DuplicateBar, "Bar.OpenTime", TradingEvent.OfBar(99, 2 * Scenario.Hour, 0, Good with { OpenTime = Scenario.Hour })),
        ["bar of before"] = (AuditReason.DuplicateBar, "Bar.OpenTime", TradingEvent.OfBar(99, 2 * Scenario.Hour, 0, Good with { OpenTime = 0 })),
        ["time goes back"] = (AuditReason.OutOfOrder, "Time", TradingEvent.OfBar(99, (2 * Scenario.Hour) - 1, 0, Good)),
        ["timer goes back"] = (AuditReason.OutOfOrder, "Time", TradingEvent.OfTimer(99, 0)),
        ["time absurd"] = (AuditReason.OutOfOrder, "Time", TradingEvent.OfTimer(99, long.MaxValue)),
        ["symbol unknown"] = (AuditReason.UnknownSymbol, "Symbol", TradingEvent.OfBar(99, 3 * Scenario.Hour, 1, Good)),
        ["symbol negative"] = (AuditReason.UnknownSymbol, "Symbol", TradingEvent.OfBar(99, 3 * Scenario.Hour, -1, Good)),
        ["symbol of a signal"] = (AuditReason.UnknownSymbol, "Symbol", TradingEvent.OfSignal(99, 3 * Scenario.Hour, 4, default)),
        ["symbol of a command"] = (AuditReason.UnknownSymbol, "Symbol", TradingEvent.Of(99, 3 * Scenario.Hour, -2, new Command(CommandKind.Close, "", ""))),
        ["strategy of a signal"] = (AuditReason.UnknownStrategy, "Strategy", TradingEvent.OfSignal(99, 3 * Scenario.Hour, 0, default(Signal) with { Strategy = 1 })),
        ["strategy negative"] = (AuditReason.UnknownStrategy, "Strategy", TradingEvent.OfSignal(99, 3 * Scenario.Hour, 0, default(Signal) with { Strategy = -1 })),
        ["strategy of advice"] = (AuditReason.UnknownStrategy, "Strategy", TradingEvent.Of(99, 3 * Scenario.Hour, 0, new Advice { Strategy = 3 })),
        ["strategy of readiness"] = (AuditReason.UnknownStrategy, "Strategy", TradingEvent.Of(99, 3 * Scenario.Hour, 0, new Readiness(2, true, 0, 1, true, true))),
        ["advice, multiplier"] = (AuditReason.BadAdvice, "Multiplier", TradingEvent.Of(99, 3 * Scenario.Hour, 0, new Advice { Multiplier = 2.1 })),
        ["advice, cap NaN"] = (AuditReason.BadAdvice, "ConfidenceCap", TradingEvent.Of(99, 3 * Scenario.Hour, 0, new Advice { ConfidenceCap = double.NaN })),
        ["advice, stop"] = (AuditReason.BadAdvice, "StopMultiple", TradingEvent.Of(99, 3 * Scenario.Hour, 0, new Advice { Exits = new ExitPlan { StopMultiple = 0 } })),
        ["funding NaN"] = (AuditReason.ImpossibleBar, "FundingRate", TradingEvent.OfFunding(99, 3 * Scenario.Hour, 0, double.NaN)),
        ["funding too large"] = (AuditReason.ImpossibleBar, "FundingRate", TradingEvent.OfFunding(99, 3 * Scenario.Hour, 0, 1)),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Process_EventThatCannotBeTrue_IsRefusedAndChangesOnlyTheCount(string name, AuditReason reason, string field)
    {
        // Two bars from 0 to 2 h and a position.
        var s = new Scenario().Opened();
        s.Records.Clear();
        var before = State(s);

        s.Send(Events[name].Event);

        var refused = s.Records.Single();
        Assert.Equal((AuditKind.EventRefused, reason, 99L), (refused.Kind, refused.Reason, refused.Event));
        Assert.StartsWith(field, (string)refused.Detail!, StringComparison.Ordinal);
        Assert.Contains("must", (string)refused.Detail!, StringComparison.Ordinal);
        Assert.Equal(1, s.Engine.RefusedEvents);
        var after = State(s);
        Assert.Equal(before.Length, after.Length);

        // Only the count and the checksum differ.
        var different = Enumerable.Range(0, before.Length - 8).Count(i => before[i] != after[i]);
        Assert.Equal(1, different);
    }

    [Fact]
    public void Process_PricesAtTheBounds_AreAccepted()
    {
        var s = new Scenario().Bar(1e-12, 1e12, 1e-12, 1).Long(1e12).Short(1e-12).Bar(1, 1e12, 1e-12, 1e-12).Long().Flat(1e12).Long(1e-12).Flat(1e12).Order(CommandKind.EndOfData);
        Assert.Equal(0, s.Engine.RefusedEvents);
        Assert.True(double.IsFinite(s.Engine.Equity));
    }

    private static (AuditReason Reason, string Text, TradingEvent Event) OfBar(Bar bar, string field) =>
        (AuditReason.ImpossibleBar, field, TradingEvent.OfBar(99, 3 * Scenario.Hour, 0, bar));

    private static byte[] State(Scenario s)
    {
        var buffer = new ArrayBufferWriter<byte>();
        s.Engine.WriteState(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
