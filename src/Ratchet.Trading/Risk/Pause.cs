using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>A breaker that stands until a time, and the numbers of its trip.</summary>
internal struct Pause
{
    /// <summary>When it ends, in milliseconds since 1970-01-01 UTC; <see cref="long.MaxValue"/> while it does not stand.</summary>
    public long Until;

    /// <summary>The number that tripped it.</summary>
    public double Value;

    public static Pause None => new() { Until = long.MaxValue };

    public readonly bool Stands => Until != long.MaxValue;

    public void Trip(AuditReason breaker, long length, double value, double limit, int symbol, Moment moment, IAuditSink audit)
    {
        // A time near the end of the number line must not wrap into the past.
        Until = moment.Time > long.MaxValue - 1 - length ? long.MaxValue - 1 : moment.Time + length;
        Value = value;
        audit.Write(RiskRecords.Tripped(breaker, moment, symbol, value, limit));
    }

    public bool EndAfter(AuditReason breaker, double limit, int symbol, Moment moment, IAuditSink audit) =>
        Stands && moment.Time >= Until && Clear(breaker, AuditReason.CoolDownEnded, limit, symbol, moment, audit);

    public bool Clear(AuditReason breaker, AuditReason how, double limit, int symbol, Moment moment, IAuditSink audit)
    {
        if (!Stands)
        {
            return false;
        }

        audit.Write(RiskRecords.Cleared(breaker, how, moment, symbol, Value, limit));
        this = None;
        return true;
    }

    public readonly void Write(StateWriter writer)
    {
        writer.Write(Until);
        writer.Write(Value);
    }

    public static Pause Read(ref StateReader reader) => new() { Until = reader.ReadInt64(), Value = reader.ReadDouble() };
}
