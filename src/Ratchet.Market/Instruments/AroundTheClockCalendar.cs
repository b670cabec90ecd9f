using Ratchet.Market.Time;

namespace Ratchet.Market.Instruments;

/// <summary>A market that never closes.</summary>
internal sealed class AroundTheClockCalendar() : TradingCalendar("24/7")
{
    public override IEnumerable<TimeRange> Sessions(TimeRange within) => within.IsEmpty ? [] : [within];
}
