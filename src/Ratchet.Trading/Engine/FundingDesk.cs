using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Engine;

/// <summary>Pays funding: the value at the last price times the rate; longs pay a rate above 0 and shorts receive it. It is part of the trade's profit.</summary>
internal sealed class FundingDesk(EngineCore core)
{
    public void Pay(int symbol, double rate)
    {
        var price = (decimal)core.Clocks[symbol].Price;
        foreach (var slot in core.Book.OfSymbol(symbol))
        {
            ref var position = ref slot.Position;
            if (!position.IsOpen)
            {
                continue;
            }

            var amount = Account.Round(-position.Side * position.Remaining * price * (decimal)rate);
            position.Funding += amount;
            position.Profit += amount;
            core.Account.Add(amount);
            core.Audit.Write(core.About(AuditKind.Funding, AuditReason.None, slot) with
            {
                Position = position.Id,
                Side = position.Side,
                Quantity = position.Remaining,
                Price = price,
                Amount = amount,
                Value = rate,
            });
        }
    }
}
