using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>The breakers that stop new risk everywhere: the day's loss, drawdown, losing runs, rejections, and what a person ordered.</summary>
internal sealed class AccountBreakers(RiskLimits limits, double initialCash)
{
    private const long Day = 86_400_000;

    private double equity = initialCash;
    private double peak = initialCash;
    private double dayStart = initialCash;
    private long dayEnd = long.MinValue;
    private Condition daily;
    private Condition reduce;
    private Condition halt;
    private Condition kill;
    private bool haltOrdered;
    private bool reduceOrdered;
    private int losses;
    private int rejections;
    private Pause losing = Pause.None;
    private Pause rejected = Pause.None;

    /// <summary>Whether the first drawdown threshold is passed.</summary>
    public bool Halves => reduce.Stands;

    /// <summary>The drawdown from the highest equity, as a share.</summary>
    public double Drawdown => peak > 0 ? (peak - equity) / peak : 1;

    /// <summary>The state that follows, its cause and the numbers of it.</summary>
    public TradingState State(out AuditReason cause, out double value, out double limit)
    {
        (var state, cause, value, limit) = this switch
        {
            { kill.Stands: true } => (TradingState.Halted, AuditReason.KillSwitch, 0.0, 0.0),
            { halt.Stands: true } => (TradingState.Halted, AuditReason.DrawdownHalt, halt.Value, limits.DrawdownHalt),
            { haltOrdered: true } => (TradingState.Halted, AuditReason.StateHalted, 0.0, 0.0),
            { daily.Stands: true } => (TradingState.Reducing, AuditReason.DailyLoss, daily.Value, limits.DailyLoss),
            { losing.Stands: true } => (TradingState.Reducing, AuditReason.LosingRun, losing.Value, limits.LosingRun),
            { rejected.Stands: true } => (TradingState.Reducing, AuditReason.RejectedOrders, rejected.Value, limits.RejectedOrders),
            { reduceOrdered: true } => (TradingState.Reducing, AuditReason.StateReducing, 0.0, 0.0),
            _ => (TradingState.Active, AuditReason.None, 0.0, 0.0),
        };
        return state;
    }

    /// <summary>Takes the equity; returns whether a breaker changed.</summary>
    public bool Marked(double marked, Moment moment, IAuditSink audit)
    {
        var changed = false;
        if (!double.IsFinite(marked))
        {
            return !halt.Stands && Halt(marked, moment, audit);
        }

        equity = marked;
        peak = Math.Max(peak, marked);
        var drawdown = Drawdown;
        if (drawdown >= limits.DrawdownReduce != reduce.Stands)
        {
            changed = true;
            if (reduce.Stands)
            {
                reduce.Clear(AuditReason.DrawdownReduce, AuditReason.ConditionPassed, limits.DrawdownReduce, -1, moment, audit);
            }
            else
            {
                reduce.Trip(AuditReason.DrawdownReduce, drawdown, limits.DrawdownReduce, -1, moment, audit);
            }
        }

        if (!halt.Stands && drawdown >= limits.DrawdownHalt)
        {
            changed |= Halt(drawdown, moment, audit);
        }

        if (!daily.Stands && dayStart > 0 && (dayStart - marked) / dayStart >= limits.DailyLoss)
        {
            daily.Trip(AuditReason.DailyLoss, (dayStart - marked) / dayStart, limits.DailyLoss, -1, moment, audit);
            changed = true;
        }

        return changed;
    }

    public void TradeClosed(decimal profit, Moment moment, IAuditSink audit)
    {
        losses = profit < 0 ? losses + 1 : 0;
        if (limits.LosingRun > 0 && losses >= limits.LosingRun)
        {
            losing.Trip(AuditReason.LosingRun, limits.LosingRunPause, losses, limits.LosingRun, -1, moment, audit);
            losses = 0;
        }
    }

    public void Filled() => rejections = 0;

    public void Rejected(Moment moment, IAuditSink audit)
    {
        rejections++;
        if (limits.RejectedOrders > 0 && rejections >= limits.RejectedOrders)
        {
            rejected.Trip(AuditReason.RejectedOrders, limits.BreakerPause, rejections, limits.RejectedOrders, -1, moment, audit);
            rejections = 0;
        }
    }

    public void Commanded(CommandKind kind, Moment moment, IAuditSink audit)
    {
        switch (kind)
        {
            case CommandKind.Reduce:
                reduceOrdered = true;
                break;
            case CommandKind.Halt:
                haltOrdered = true;
                break;
            case CommandKind.Kill when !kill.Stands:
                kill.Trip(AuditReason.KillSwitch, 1, 0, -1, moment, audit);
                break;
            case CommandKind.Resume:
                Resume(moment, audit);
                break;
            default:
                break;
        }
    }

    /// <summary>Ends what time ends; returns the next time at which there can be something to do.</summary>
    public long TimePassed(Moment moment, IAuditSink audit)
    {
        losing.EndAfter(AuditReason.LosingRun, limits.LosingRun, -1, moment, audit);
        rejected.EndAfter(AuditReason.RejectedOrders, limits.RejectedOrders, -1, moment, audit);
        if (moment.Time >= dayEnd)
        {
            // The day starts with the equity that the day before left.
            dayStart = equity;
            dayEnd = moment.Time - (((moment.Time % Day) + Day) % Day) + Day;
            daily.Clear(AuditReason.DailyLoss, AuditReason.CoolDownEnded, limits.DailyLoss, -1, moment, audit);
        }

        return Math.Min(dayEnd, Math.Min(losing.Until, rejected.Until));
    }

    public void Write(StateWriter writer)
    {
        writer.Write(equity);
        writer.Write(peak);
        writer.Write(dayStart);
        writer.Write(dayEnd);
        daily.Write(writer);
        reduce.Write(writer);
        halt.Write(writer);
        kill.Write(writer);
        writer.Write(haltOrdered);
        writer.Write(reduceOrdered);
        writer.Write(losses);
        writer.Write(rejections);
        losing.Write(writer);
        rejected.Write(writer);
    }

    public void Read(ref StateReader reader)
    {
        equity = reader.ReadDouble();
        peak = reader.ReadDouble();
        dayStart = reader.ReadDouble();
        dayEnd = reader.ReadInt64();
        daily = Condition.Read(ref reader);
        reduce = Condition.Read(ref reader);
        halt = Condition.Read(ref reader);
        kill = Condition.Read(ref reader);
        haltOrdered = reader.ReadBoolean();
        reduceOrdered = reader.ReadBoolean();
        losses = reader.ReadInt32();
        rejections = reader.ReadInt32();
        losing = Pause.Read(ref reader);
        rejected = Pause.Read(ref reader);
    }

    private bool Halt(double drawdown, Moment moment, IAuditSink audit)
    {
        halt.Trip(AuditReason.DrawdownHalt, drawdown, limits.DrawdownHalt, -1, moment, audit);
        return true;
    }

    private void Resume(Moment moment, IAuditSink audit)
    {
        haltOrdered = false;
        reduceOrdered = false;
        kill.Clear(AuditReason.KillSwitch, AuditReason.ByPerson, 0, -1, moment, audit);
        losing.Clear(AuditReason.LosingRun, AuditReason.ByPerson, limits.LosingRun, -1, moment, audit);
        rejected.Clear(AuditReason.RejectedOrders, AuditReason.ByPerson, limits.RejectedOrders, -1, moment, audit);
        if (halt.Clear(AuditReason.DrawdownHalt, AuditReason.ByPerson, limits.DrawdownHalt, -1, moment, audit))
        {
            // Who resumes takes the loss as it is: the drawdown is measured anew from here, else the next mark would halt again.
            peak = equity;
            reduce.Clear(AuditReason.DrawdownReduce, AuditReason.ByPerson, limits.DrawdownReduce, -1, moment, audit);
        }
    }
}
