using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>What one side knew, said and did from one bar of a symbol to the next.</summary>
internal sealed class BarDeeds(Bar bar, bool late)
{
    public Bar Bar => bar;

    /// <summary>Whether the bar came too late to be traded on.</summary>
    public bool Late => late;

    /// <summary>Whether something other than bars and strategies stood in the way of an entry.</summary>
    public bool Hindered { get; private set; }

    public List<string> Words { get; } = [];

    public List<string> Verdicts { get; } = [];

    public List<string> Deals { get; } = [];

    public void Take(in Signal s) =>
        Words.Add(string.Create(CultureInfo.InvariantCulture, $"strategy {s.Strategy}: side {s.Side}, confidence {s.Confidence:R}, momentum {s.Momentum:R}, size {s.Size:R}, exit {s.ExitProbability:R}, distance {s.Distance:R}"));

    public void Take(in AuditRecord r)
    {
        switch (r.Kind)
        {
            case AuditKind.Considered or AuditKind.Accepted:
                Verdicts.Add($"strategy {r.Strategy}: {r.Kind} {r.Reason}");
                break;
            case AuditKind.RiskRefused:
                Verdicts.Add($"strategy {r.Strategy}: {r.Kind} {r.Reason}");
                Hindered |= r.Reason is AuditReason.StaleData or AuditReason.ClockSkew or AuditReason.GappedData or AuditReason.WarmUp or AuditReason.DataQuality or AuditReason.ModelNotFresh;
                break;
            case AuditKind.OrderPlaced or AuditKind.OrderFilled or AuditKind.OrderCancelled or AuditKind.OrderRejected or AuditKind.PositionClosed:
                Deals.Add(string.Create(CultureInfo.InvariantCulture, $"strategy {r.Strategy}: {r.Kind} {r.Reason} side {r.Side}, {r.Quantity} at {r.Price}, {r.Amount}"));
                break;
            default:
                break;
        }
    }
}
