using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>The audit records of trips, clearings and changes of state.</summary>
internal static class RiskRecords
{
    /// <summary>A breaker tripped: its reason, the number, the limit.</summary>
    public static AuditRecord Tripped(AuditReason breaker, Moment moment, int symbol, double value, double limit, int strategy = -1) => new()
    {
        Kind = AuditKind.RiskTripped,
        Reason = breaker,
        Event = moment.Event,
        Time = moment.Time,
        Symbol = symbol,
        Strategy = strategy,
        Value = value,
        Limit = limit,
    };

    /// <summary>A breaker was cleared: the reason says how, the detail names the breaker, the numbers are those of its trip.</summary>
    public static AuditRecord Cleared(AuditReason breaker, AuditReason how, Moment moment, int symbol, double value, double limit, int strategy = -1) => new()
    {
        Kind = AuditKind.RiskCleared,
        Reason = how,
        Event = moment.Event,
        Time = moment.Time,
        Symbol = symbol,
        Strategy = strategy,
        Value = value,
        Limit = limit,
        Detail = breaker.ToString(),
    };

    /// <summary>The state changed: value is the new state, limit the old one, the detail says what the new one blocks.</summary>
    public static AuditRecord State(TradingState before, TradingState after, AuditReason cause, Moment moment) => new()
    {
        Kind = AuditKind.StateChanged,
        Reason = cause,
        Event = moment.Event,
        Time = moment.Time,
        Symbol = -1,
        Strategy = -1,
        Value = (int)after,
        Limit = (int)before,
        Detail = TradingStateText.Of(after),
    };
}
