using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>What each strategy needs before it may trade a symbol, as it was told last. Nothing told is not warmed up.</summary>
internal sealed class ReadinessGate(RiskLimits limits, int symbols, int strategies)
{
    private readonly Readiness?[] told = new Readiness?[symbols * strategies];

    public void Changed(int symbol, Readiness readiness, Moment moment, IAuditSink audit)
    {
        var slot = (symbol * strategies) + readiness.Strategy;
        double valueBefore = 0, limitBefore = 0;
        var before = told[slot] is { } earlier ? Missing(earlier, moment.Time, out valueBefore, out limitBefore) : AuditReason.None;
        told[slot] = readiness;
        var after = Missing(readiness, moment.Time, out var value, out var limit);
        if (!limits.RequireReadiness || before == after)
        {
            return;
        }

        if (before != AuditReason.None)
        {
            audit.Write(RiskRecords.Cleared(before, AuditReason.ConditionPassed, moment, symbol, valueBefore, limitBefore, readiness.Strategy));
        }

        if (after != AuditReason.None)
        {
            audit.Write(RiskRecords.Tripped(after, moment, symbol, value, limit, readiness.Strategy));
        }
    }

    /// <summary>The first thing that is missing where readiness is required, or none.</summary>
    public AuditReason Blocks(int symbol, int strategy, Moment moment, out double value, out double limit)
    {
        (value, limit) = (0, 0);
        return limits.RequireReadiness ? Missing(told[(symbol * strategies) + strategy], moment.Time, out value, out limit) : AuditReason.None;
    }

    public void Write(StateWriter writer)
    {
        foreach (var readiness in told)
        {
            writer.Write(readiness is not null);
            if (readiness is not null)
            {
                writer.Write(readiness.WarmedUp);
                writer.Write(readiness.ModelTrainedAt);
                writer.Write(readiness.DataQuality);
                writer.Write(readiness.RegimeKnown);
                writer.Write(readiness.LedgerConsistent);
            }
        }
    }

    public void Read(ref StateReader reader)
    {
        for (var i = 0; i < told.Length; i++)
        {
            told[i] = reader.ReadBoolean()
                ? new(i % strategies, reader.ReadBoolean(), reader.ReadInt64(), reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean())
                : null;
        }
    }

    private AuditReason Missing(Readiness? readiness, long time, out double value, out double limit)
    {
        (value, limit) = (0, 1);
        if (readiness is not { WarmedUp: true })
        {
            return AuditReason.WarmUp;
        }

        if (readiness.ModelTrainedAt == -1)
        {
            return AuditReason.ModelNotFresh;
        }

        if (limits.ModelAge > 0 && readiness.ModelTrainedAt != 0 && time - readiness.ModelTrainedAt > limits.ModelAge)
        {
            (value, limit) = (time - readiness.ModelTrainedAt, limits.ModelAge);
            return AuditReason.ModelNotFresh;
        }

        if (!(readiness.DataQuality >= limits.DataQuality))
        {
            (value, limit) = (readiness.DataQuality, limits.DataQuality);
            return AuditReason.DataQuality;
        }

        return (readiness.RegimeKnown, readiness.LedgerConsistent) switch
        {
            (false, _) => AuditReason.RegimeUnknown,
            (_, false) => AuditReason.LedgerInconsistent,
            _ => AuditReason.None,
        };
    }
}
