using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Simulation;

/// <summary>Keeps of a run's audit what its result needs, and passes everything on.</summary>
internal sealed class BacktestLedger(IAuditSink? next) : IAuditSink
{
    private readonly OrderHash hash = new();
    private readonly List<TradeRecord> trades = [];
    private readonly Dictionary<AuditReason, long> refusals = [];

    public IReadOnlyList<TradeRecord> Trades => trades;

    public IReadOnlyDictionary<AuditReason, long> Refusals => refusals;

    public string OrderHash => hash.Value;

    public long Orders { get; private set; }

    public long Fills { get; private set; }

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
            case AuditKind.Considered or AuditKind.RiskRefused or AuditKind.EventRefused:
                refusals[record.Reason] = refusals.GetValueOrDefault(record.Reason) + 1;
                break;
            default:
                break;
        }

        hash.Write(record);
        next?.Write(record);
    }
}
