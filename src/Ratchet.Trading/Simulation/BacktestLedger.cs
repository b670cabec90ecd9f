using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Simulation;

/// <summary>The journal of a run: keeps of the audit what the result needs, passes it on, and counts events.</summary>
internal sealed class BacktestLedger(IAuditSink? next) : IJournal
{
    private readonly OrderHash hash = new();
    private readonly List<TradeRecord> trades = [];
    private readonly Dictionary<AuditReason, long> refusals = [];

    public IReadOnlyList<TradeRecord> Trades => trades;

    public IReadOnlyDictionary<AuditReason, long> Refusals => refusals;

    public string OrderHash => hash.Value;

    public long Orders { get; private set; }

    public long Fills { get; private set; }

    public long Events { get; private set; }

    public void Write(in AuditRecord record)
    {
        switch (record.Kind)
        {
            case AuditKind.OrderPlaced:
                Orders++;
                break;
            case AuditKind.OrderFilled:
                Fills++;
                break;
            case AuditKind.PositionClosed:
                trades.Add((TradeRecord)record.Detail!);
                break;
            default:
                break;
        }

        if (record.IsRefusal)
        {
            refusals[record.Reason] = refusals.GetValueOrDefault(record.Reason) + 1;
        }

        hash.Write(record);
        next?.Write(record);
    }

    public void Append(in TradingEvent tradingEvent) => Events++;

    public void AppendState(long nextSequence, ReadOnlySpan<byte> state)
    {
    }

    public void Commit()
    {
    }
}
