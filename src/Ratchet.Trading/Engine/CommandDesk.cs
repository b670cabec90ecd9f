using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Engine;

/// <summary>Carries out commands and what the trading state asks for.</summary>
internal sealed class CommandDesk(EngineCore core, OrderDesk orders, ExitDesk exits)
{
    public void Process(int symbol, Command command)
    {
        core.Gate.Commanded(command, core.Moment, core.Audit);
        switch (command.Kind)
        {
            case CommandKind.Kill:
                CloseAll(AuditReason.KillSwitch, OrderPurpose.Flatten);
                break;
            case CommandKind.EndOfData:
                CloseAll(AuditReason.EndOfData, OrderPurpose.Exit);
                break;
            case CommandKind.Close:
                Leave(symbol);
                break;
            default:
                break;
        }
    }

    /// <summary>Follows a change of the trading state: entries are cancelled unless it is active, positions are left when the gate says so.</summary>
    public void FollowState()
    {
        var (state, flatten) = (core.Gate.State, core.Gate.MustFlatten);
        if (state == core.SeenState && flatten == core.SeenFlatten)
        {
            return;
        }

        (core.SeenState, core.SeenFlatten) = (state, flatten);
        if (state == TradingState.Active)
        {
            return;
        }

        foreach (var slot in core.Book.All)
        {
            orders.CancelEntry(slot, state == TradingState.Halted ? AuditReason.StateHalted : AuditReason.StateReducing);
            if (flatten)
            {
                exits.Leave(slot, AuditReason.Flattened, OrderPurpose.Flatten);
            }
        }
    }

    private void CloseAll(AuditReason reason, OrderPurpose purpose)
    {
        foreach (var slot in core.Book.All)
        {
            orders.CancelEntry(slot, reason);
            exits.CloseNow(slot, reason, purpose);
        }

        core.Gate.Marked(core.Equity, core.Moment, core.Audit);
    }

    private void Leave(int symbol)
    {
        foreach (var slot in core.Book.All)
        {
            if (symbol < 0 || slot.Symbol == symbol)
            {
                orders.CancelEntry(slot, AuditReason.Command);
                exits.Leave(slot, AuditReason.Command, OrderPurpose.Exit);
            }
        }
    }
}
