using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Weighs signals: an exit of the open position, an entry, or a reason why nothing is done.</summary>
internal sealed class SignalDesk(EngineCore core, EntryDesk entries, ExitDesk exits)
{
    public void Process(int symbol, in Signal signal)
    {
        var slot = core.Book.Slot(symbol, signal.Strategy);
        var rules = core.Options.Strategies[signal.Strategy];
        var advice = slot.Advice ?? Advice.Neutral;
        slot.Advice = null;
        core.DataTime = core.Clocks[symbol].LastClose;
        if (slot.Position.IsOpen)
        {
            WeighExit(slot, rules, signal);
            return;
        }

        if (signal.Side == 0)
        {
            if (core.Options.AuditEverySignal)
            {
                Considered(slot, signal, double.IsNaN(signal.Confidence) ? AuditReason.NotReady : AuditReason.NoSide, 0, 0);
            }

            return;
        }

        WeighEntry(slot, rules, signal, advice);
    }

    private void WeighExit(PositionSlot slot, StrategyRules rules, in Signal signal)
    {
        if (signal.ExitProbability > rules.ExitThreshold && signal.Side * slot.Position.Side >= 0 && slot.Position.ExitOrder == 0)
        {
            exits.Leave(slot, AuditReason.ExitSignal, OrderPurpose.Exit);
        }

        if (signal.Side != 0)
        {
            Considered(slot, signal, AuditReason.PositionOpen, 0, 0);
        }
        else if (core.Options.AuditEverySignal)
        {
            Considered(slot, signal, AuditReason.NoSide, 0, 0);
        }
    }

    private void WeighEntry(PositionSlot slot, StrategyRules rules, in Signal signal, Advice advice)
    {
        var confidence = Math.Min(signal.Confidence, advice.ConfidenceCap);
        var plan = advice.Exits ?? rules.Exits;
        var equity = core.Equity;
        var (reason, value, limit) = Refusal(slot, rules, signal, advice, confidence, plan, equity);
        if (reason != AuditReason.None)
        {
            Considered(slot, signal, reason, value, limit);
            return;
        }

        entries.Ask(slot, rules, signal with { Side = (sbyte)Math.Sign(signal.Side), Confidence = confidence }, advice, plan, equity);
    }

    // The first reason against an entry, with the number and what it was compared with.
    private (AuditReason Reason, double Value, double Limit) Refusal(
        PositionSlot slot, StrategyRules rules, in Signal signal, Advice advice, double confidence, Profiles.ExitPlan plan, double equity)
    {
        if (slot.Entry.Works)
        {
            return (AuditReason.EntryWorking, slot.Entry.Id, 0);
        }

        var rule = core.Options.Instruments[slot.Symbol];
        if (core.Moment.Time < rule.Listed || core.Moment.Time >= rule.Delisted || core.Leaves(slot.Symbol))
        {
            return (AuditReason.NotListed, core.Moment.Time, 0);
        }

        if (double.IsNaN(signal.Confidence) || double.IsNaN(signal.Momentum) || double.IsNaN(signal.Size) || core.Clocks[slot.Symbol].Bars == 0)
        {
            return (AuditReason.NotReady, signal.Confidence, 0);
        }

        if (!(confidence >= rules.ConfidenceThreshold))
        {
            return (AuditReason.ConfidenceBelowThreshold, confidence, rules.ConfidenceThreshold);
        }

        var momentum = EntryRules.MomentumThreshold(rules, signal.Context);
        if (!(Math.Abs(signal.Momentum) >= momentum))
        {
            return (AuditReason.MomentumBelowThreshold, Math.Abs(signal.Momentum), momentum);
        }

        if (signal.Distance is not (> 0 and <= EventChecks.HighestPrice))
        {
            return (AuditReason.NoDistance, signal.Distance, 0);
        }

        if (advice.Block)
        {
            return (AuditReason.AdviceBlocked, 0, 0);
        }

        if (advice.Multiplier == 0)
        {
            return (AuditReason.AdviceZero, 0, 0);
        }

        if (!(equity > 0))
        {
            return (AuditReason.NoEquity, equity, 0);
        }

        var costs = rules.MaximumCostShare == 0 ? 0 : EntryRules.CostShare(core, slot.Symbol, plan.StopMultiple * signal.Distance);
        return costs > rules.MaximumCostShare ? (AuditReason.CostsTooHigh, costs, rules.MaximumCostShare) : (AuditReason.None, 0, 0);
    }

    private void Considered(PositionSlot slot, in Signal signal, AuditReason reason, double value, double limit) =>
        core.Audit.Write(core.About(AuditKind.Considered, reason, slot) with { Side = signal.Side, Value = value, Limit = limit });
}
