using System.Globalization;
using Ratchet.Cli.Commands;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Market.Time;
using Ratchet.Reporting.Results;

namespace Ratchet.Cli.Rendering;

/// <summary>What a paper session says when it is opened and when it ends.</summary>
internal static class PaperText
{
    public static void Opened(TextWriter error, SessionFolder folder, PaperSession paper)
    {
        var (setup, recovery, engine) = (paper.Setup, paper.Recovery, paper.Trading.Engine);
        var traded = $"{string.Join(", ", setup.Engine.Instruments.Select(i => $"{i.Symbol} {i.Frame}"))} by {string.Join(", ", setup.Engine.Strategies.Select(s => s.Name))}";
        error.WriteLine($"session {folder.Path}: {traded}, {(setup.Adaptive is { } adaptive ? $"adaptive {Adaptive(adaptive.UseSelector, adaptive.UseAdvisor)}, " : string.Empty)}feed {setup.Feed}; warmed up with {setup.History.Sum(h => h.Bars):N0} bars");
        if (setup.Synthetic)
        {
            error.WriteLine("SYNTHETIC DATA: these bars were made by a generator; no figure says anything about a real market.");
        }

        if (!paper.IsResumed)
        {
            return;
        }

        error.WriteLine(
            $"restored in {paper.RecoverySeconds.ToString("0.00", CultureInfo.InvariantCulture)} s: {recovery.Events:N0} events to {UtcTime.Format(paper.Trading.Time)}, {recovery.RecordsCompared:N0} audit records made again and found equal; " +
            $"state {engine.State.ToString().ToUpperInvariant()}, cash {engine.Cash.ToString("0.00", CultureInfo.InvariantCulture)}, {PlainText.Count(engine.Positions.Count, "open position")}");
        if (recovery.SignalsDifferent > 0)
        {
            error.WriteLine($"warning: {recovery.SignalsDifferent:N0} recorded signals would now be given otherwise; the strategies are not those that traded.");
        }

        if (recovery.AdviceDifferent > 0)
        {
            error.WriteLine($"warning: {recovery.AdviceDifferent:N0} times the adaptive layer would now advise otherwise; it is not the one that advised.");
        }

        foreach (var problem in paper.AdaptiveProblems)
        {
            error.WriteLine($"warning: {problem}");
        }
    }

    /// <summary>The parts of the adaptive layer, as the option names them.</summary>
    public static string Adaptive(bool selector, bool advisor) => string.Join(",", new[] { selector ? "selector" : string.Empty, advisor ? "advisor" : string.Empty }.Where(p => p.Length > 0));

    public static void Report(CommandContext context, SessionReport report, PaperOutcome outcome, SessionFolder folder, bool json)
    {
        if (outcome.Unwritten)
        {
            context.Error.WriteLine("error: the journal could not be written; the last inputs are lost, and the next run goes on before them.");
        }

        if (outcome.End == PaperEnd.Cancelled)
        {
            context.Error.WriteLine($"cancelled; what came is in the journal, {PlainText.Count(report.OpenPositions, "position")} stay open, and the same command goes on.");
        }

        if (json)
        {
            context.Out.Write(PaperReportFiles.Json(report));
            return;
        }

        context.Out.Write(Of(report));
        context.Out.WriteLine($"report     {Path.Combine(folder.Path, "report.html")}");
    }

    public static string Of(SessionReport report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.WriteLine($"session    {string.Join(", ", report.Instruments)} by {string.Join(", ", report.Strategies)}");
        text.WriteLine($"time       {PlainText.Time(report.From)} to {PlainText.Time(report.To)} UTC, {(report.To - report.From) / 86_400_000.0:0.00} days");
        text.WriteLine($"uptime     {PlainText.Percent(report.Uptime)}; bars in time to be traded on {PlainText.Percent(report.InTime)}");
        foreach (var fault in report.Faults.Where(f => f.Milliseconds > 0 || f.Kind != "start"))
        {
            text.WriteLine($"           {fault.Kind}: {fault.Times} times, {fault.Milliseconds / 1000.0:0.0} s together, {fault.Longest / 1000.0:0.0} s at most");
        }

        foreach (var bars in report.Bars)
        {
            text.WriteLine($"bars       {bars.Series}: {bars.Seen:N0} of {bars.Expected:N0} expected, {bars.MissingAtSource} missing at the source, {bars.Lost} lost, {bars.Doubled} doubled");
        }

        text.WriteLine($"left out   {report.Duplicates} duplicates, {report.Late} late, {report.Unsound} unsound; {report.BackFilled} fetched afterwards");
        text.WriteLine($"decisions  {report.Signals:N0} signals, {report.Decisions:N0} with a side; {report.Orders:N0} orders, {report.Fills:N0} fills, {report.Trades:N0} trades");
        text.WriteLine($"refused    {Counts(report.Refusals)}");
        text.WriteLine($"trips      {Counts(report.Trips)}");
        text.WriteLine($"money      cash {report.Cash:0.00}, equity {report.Equity:0.00}, {PlainText.Count(report.OpenPositions, "open position")}, state {report.State.ToUpperInvariant()}");
        foreach (var row in report.Metrics.Chunk(4))
        {
            text.WriteLine($"           {string.Join("  ", row.Select(m => $"{ReasonText.Of(m.Key)} {(m.Value is { } v ? v.ToString("0.####", CultureInfo.InvariantCulture) : "-")}"))}");
        }

        text.WriteLine($"orders     {report.OrderHash}");
        text.WriteLine($"audit      {report.AuditHash}");
        return text.ToString();
    }

    private static string Counts(IReadOnlyDictionary<string, long> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.OrderByDescending(c => c.Value).Select(c => $"{ReasonText.Of(c.Key).ToLowerInvariant()} {c.Value:N0}"));
}
