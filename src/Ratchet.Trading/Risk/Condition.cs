using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>A breaker that stands while something is the case, and the number of its trip.</summary>
internal struct Condition
{
    /// <summary>Whether it stands.</summary>
    public bool Stands;

    /// <summary>The number that tripped it.</summary>
    public double Value;

    public void Trip(AuditReason breaker, double value, double limit, int symbol, Moment moment, IAuditSink audit)
    {
        Stands = true;
        Value = value;
        audit.Write(RiskRecords.Tripped(breaker, moment, symbol, value, limit));
    }

    public bool Clear(AuditReason breaker, AuditReason how, double limit, int symbol, Moment moment, IAuditSink audit)
    {
        if (!Stands)
        {
            return false;
        }

        audit.Write(RiskRecords.Cleared(breaker, how, moment, symbol, Value, limit));
        this = default;
        return true;
    }

    public readonly void Write(StateWriter writer)
    {
        writer.Write(Stands);
        writer.Write(Value);
    }

    public static Condition Read(ref StateReader reader) => new() { Stands = reader.ReadBoolean(), Value = reader.ReadDouble() };
}
