using System.Globalization;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Reporting.Results;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;

namespace Ratchet.Cli.Rendering;

/// <summary>An explanation for people: the bar, each strategy's word with what became of it, the risk state, the positions. A strategy that wanted nothing has one line.</summary>
internal static class ExplainText
{
    public static string Of(SessionExplanation e, bool verbose)
    {
        ArgumentNullException.ThrowIfNull(e);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var bar = e.Bar;
        text.WriteLine($"{e.Series}  bar {PlainText.Time(bar.OpenTime)}, closed {PlainText.Time(e.Closed)} UTC{(e.Taken - e.Closed >= 1000 ? $", taken {(e.Taken - e.Closed) / 1000.0:0.0} s later" : string.Empty)}");
        text.WriteLine($"  open {Number(bar.Open)}  high {Number(bar.High)}  low {Number(bar.Low)}  close {Number(bar.Close)}  volume {Number(bar.Volume)}");
        foreach (var record in e.Happened)
        {
            text.WriteLine($"  on this bar: {Happened(record)}");
        }

        foreach (var word in e.Words)
        {
            Write(text, word, verbose);
        }

        text.WriteLine($"  risk       {e.State.ToString().ToUpperInvariant()}, equity {e.Equity:0.00}{(e.Standing.Count == 0 ? ", no breaker stands" : string.Empty)}");
        foreach (var record in e.Standing)
        {
            text.WriteLine($"             stands: {Reason(record.Reason)} ({Number(record.Value)} against {Number(record.Limit)}) since {PlainText.Time(record.Time)}");
        }

        foreach (var p in e.Positions)
        {
            text.WriteLine(
                $"  position   {p.Position} of {e.Words.FirstOrDefault(w => w.Signal.Strategy == p.Strategy)?.Rules.Name ?? "?"}: {(p.Side > 0 ? "long" : "short")} {p.Quantity:0.########} from {p.EntryPrice:0.########} ({PlainText.Time(p.EntryTime)}), stop {Number(p.Stop)}, next target {Number(p.NextTarget)}, unrealised {p.Unrealised:0.00}");
        }

        if (e.Positions.Count == 0)
        {
            text.WriteLine("  position   none");
        }

        text.WriteLine($"  made by    {e.CodeVersion}{(e.Model.Length > 0 ? $", model {e.Model}" : string.Empty)}; event {e.Event} of the journal");
        return text.ToString();
    }

    /// <summary>What became of a word, in one phrase.</summary>
    public static string Verdict(StrategyWord word)
    {
        if (word.Outcome.Count == 0)
        {
            return word.Signal.Side == 0 ? "nothing wanted" : "nothing done";
        }

        // What bound comes first: the gate that refused, with its numbers.
        return string.Join("; ", word.Outcome.OrderByDescending(r => r.IsRefusal).Select(Phrase));
    }

    public static string Reason(AuditReason reason) => ReasonText.Of(reason.ToString()).ToLowerInvariant();

    private static void Write(StringWriter text, StrategyWord word, bool verbose)
    {
        var (signal, rules) = (word.Signal, word.Rules);
        if (!verbose && signal.Side == 0 && word.Outcome.All(r => r.Kind == AuditKind.Considered))
        {
            text.WriteLine($"  {rules.Name,-12} silent{(word.Outcome.Any(r => r.Reason == AuditReason.NotReady) ? ", not ready yet" : string.Empty)}");
            return;
        }

        var side = signal.Side switch { > 0 => "LONG", < 0 => "SHORT", _ => "no side" };
        text.WriteLine($"  {rules.Name,-12} {side}: {Verdict(word)}");
        text.WriteLine(
            $"             confidence {Number(signal.Confidence)} (threshold {Number(rules.ConfidenceThreshold)})  momentum {Number(signal.Momentum)} ({Number(rules.MomentumThreshold)})  exit {Number(signal.ExitProbability)} ({Number(rules.ExitThreshold)})  score {Number(signal.Score)}  confluence {signal.Confluence}  distance {Number(signal.Distance)}");
        if (double.IsFinite(signal.Context.Bull) || double.IsFinite(signal.Context.Bear))
        {
            text.WriteLine($"             regime: rising {Number(signal.Context.Bull)}, falling {Number(signal.Context.Bear)}");
        }

        if (word.Advice is { } advice)
        {
            text.WriteLine(
                $"             advice: {(advice.Block ? "block" : $"size x {Number(advice.Multiplier)}, confidence at most {Number(advice.ConfidenceCap)}")}{Named("profile", advice.Profile)}{Named("regime", advice.Regime)}{(advice.Why.Length > 0 ? $" ({advice.Why})" : string.Empty)}");
        }
    }

    private static string Phrase(AuditRecord record) => record.Kind switch
    {
        AuditKind.Considered when record.Reason == AuditReason.NoSide => "wants nothing",
        AuditKind.Considered => $"NOT FOLLOWED, {Reason(record.Reason)}{Numbers(record)}",
        AuditKind.RiskRefused when record.Quantity > 0 => $"cut by the risk gate to {record.Quantity:0.########}, {Reason(record.Reason)}{Numbers(record)}",
        AuditKind.RiskRefused => $"REFUSED by the risk gate, {Reason(record.Reason)}{Numbers(record)}",
        AuditKind.Accepted => $"accepted, asked {Number(record.Value)}, approved {Number(record.Limit)}",
        _ => Happened(record),
    };

    private static string Happened(AuditRecord record) => record.Kind switch
    {
        AuditKind.OrderPlaced => $"order {record.Order} placed: {(record.Detail is OrderRequest order ? ReasonText.Of(order.Purpose.ToString()).ToLowerInvariant() : "order")} {Side(record)} {record.Quantity:0.########}{Price(record)}",
        AuditKind.OrderFilled => $"order {record.Order} filled: {Side(record)} {record.Quantity:0.########} at {record.Price:0.########}, fee {record.Amount:0.####}{Why(record)}",
        AuditKind.OrderCancelled => $"order {record.Order} cancelled{Why(record)}",
        AuditKind.PositionOpened => $"position {record.Position} opened",
        AuditKind.PositionClosed => $"position {record.Position} closed{Why(record)}, result {record.Amount:0.00}",
        AuditKind.StopMoved => $"stop of position {record.Position} moved to {record.Price:0.########}{Why(record)}",
        _ => $"{ReasonText.Of(record.Kind.ToString()).ToLowerInvariant()}{Why(record)}{Numbers(record)}{(record.Detail is string detail ? $" ({detail})" : string.Empty)}",
    };

    private static string Side(AuditRecord record) => record.Side > 0 ? "buy" : "sell";

    private static string Price(AuditRecord record) => record.Price > 0 ? string.Create(CultureInfo.InvariantCulture, $" at {record.Price:0.########}") : string.Empty;

    private static string Why(AuditRecord record) => record.Reason == AuditReason.None ? string.Empty : $", {Reason(record.Reason)}";

    private static string Numbers(AuditRecord record) => record.Value == 0 && record.Limit == 0 ? string.Empty : $" ({Number(record.Value)} against {Number(record.Limit)})";

    private static string Named(string name, string value) => value.Length > 0 ? $", {name} {value}" : string.Empty;

    private static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString("0.######", CultureInfo.InvariantCulture);
}
