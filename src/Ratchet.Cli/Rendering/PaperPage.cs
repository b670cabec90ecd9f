using System.Globalization;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Market.Time;
using Ratchet.Reporting.Html;
using Ratchet.Reporting.Html.Sessions;
using Ratchet.Reporting.Results;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Cli.Rendering;

/// <summary>A paper session as a page.</summary>
internal static class PaperPage
{
    private const int ShownTrades = 500;

    public static string Of(SessionSetup setup, SessionResult result)
    {
        var report = result.Report;
        var gain = (report.Equity / (double)setup.Engine.InitialCash) - 1;
        return SessionReportPage.Render(new()
        {
            Title = string.Join(", ", report.Strategies),
            Markets = string.Join(", ", report.Instruments),
            Headline = $"{(gain > 0 ? "+" : string.Empty)}{PlainText.Percent(gain)} on paper in {Text((report.To - report.From) / (double)UtcTime.MillisecondsPerDay, "0.0")} days",
            Lead = $"{report.Trades:N0} trades, {PlainText.Count(report.OpenPositions, "open position")}, state {report.State.ToUpperInvariant()}. Uptime {PlainText.Percent(report.Uptime)}; {PlainText.Percent(report.InTime)} of the bars came in time to be traded on.",
            Synthetic = setup.Synthetic,
            From = report.From,
            To = report.To,
            Times = result.Times,
            Equity = result.Equity,
            Tables =
            [
                new("Figures", "After costs, from equity at the closes of bars.", ["Figure", "Value"], [.. report.Metrics.Select(m => Row(ReasonText.Of(m.Key), m.Value is { } v ? Text(v, "0.####") : "–"))]),
                new("Faults", "What took the rest of the uptime.", ["Fault", "Times", "Seconds together", "Seconds at most"], [.. report.Faults.Select(f => Row(f.Kind, $"{f.Times}", Text(f.Milliseconds / 1000.0, "0.0"), Text(f.Longest / 1000.0, "0.0")))]),
                new(
                    "Bars",
                    $"{report.Duplicates} duplicates, {report.Late} late and {report.Unsound} unsound ones were left out; {report.BackFilled} were fetched afterwards.",
                    ["Series", "Expected", "Seen", "Missing at the source", "Lost", "Doubled"],
                    [.. report.Bars.Select(b => Row(b.Series, $"{b.Expected:N0}", $"{b.Seen:N0}", $"{b.MissingAtSource}", $"{b.Lost}", $"{b.Doubled}"))]),
                Counts("Refused", "Signals with a side that were not followed, orders that the risk gate refused, and events that were turned away.", report.Refusals),
                Counts("Trips", "How often limits and breakers tripped.", report.Trips),
                new(
                    "Trades",
                    result.Trades.Count > ShownTrades ? $"The latest {ShownTrades} of {result.Trades.Count:N0}." : string.Empty,
                    ["Strategy", "Symbol", "Side", "Entry", "Price", "Exit", "Price", "Quantity", "Reason", "Result", "R"],
                    [.. result.Trades.Skip(result.Trades.Count - ShownTrades).Select(t => Trade(setup, t))]),
            ],
            Facts = Facts(setup, report),
        });
    }

    private static List<ReportParameter> Facts(SessionSetup setup, SessionReport report)
    {
        var facts = new List<ReportParameter>
        {
            new("Feed", setup.Feed),
            new("Order hash", report.OrderHash),
            new("Audit hash", report.AuditHash),
            new("Options hash", report.OptionsHash),
            new("Version", report.CodeVersion),
        };
        if (setup.ModelIdentity.Length > 0)
        {
            facts.Add(new("Model", setup.ModelIdentity));
        }

        if (setup.Adaptive is { } adaptive)
        {
            facts.Add(new("Adaptive layer", PaperText.Adaptive(adaptive.UseSelector, adaptive.UseAdvisor)));
        }

        return facts;
    }

    private static SessionTable Counts(string heading, string note, IReadOnlyDictionary<string, long> counts) =>
        new(heading, note, ["Reason", "Times"], [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => Row(ReasonText.Of(c.Key), $"{c.Value:N0}"))]);

    private static string[] Trade(SessionSetup setup, TradeRecord t) =>
    [
        setup.Engine.Strategies[t.Strategy].Name,
        setup.Engine.Instruments[t.Symbol].Symbol.Name,
        t.Side > 0 ? "long" : "short",
        PlainText.Time(t.EntryTime),
        t.EntryPrice.ToString("0.########", CultureInfo.InvariantCulture),
        PlainText.Time(t.ExitTime),
        t.ExitPrice.ToString("0.########", CultureInfo.InvariantCulture),
        t.Quantity.ToString("0.########", CultureInfo.InvariantCulture),
        ReasonText.Of(t.Reason.ToString()),
        t.Profit.ToString("0.00", CultureInfo.InvariantCulture),
        Text(t.ResultInR, "0.00"),
    ];

    private static string[] Row(params string[] texts) => texts;

    private static string Text(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "–";
}
