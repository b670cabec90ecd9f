using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Commands;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Journal;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>The demo's trades and studies as text.</summary>
internal static class SelectorDemoText
{
    public static void Workflow(TextWriter writer, IReadOnlyList<TradeProfile> profiles, IReadOnlyList<SelectorDemoTrade> trades)
    {
        writer.WriteLine("3. One trade, from signal to reward");
        if (trades.FirstOrDefault(t => t.Outcome is not null) is not { Prices: { } prices, Outcome: { } outcome } trade)
        {
            writer.WriteLine("  no signal led to a trade");
            writer.WriteLine();
            return;
        }

        writer.WriteLine($"  signal   {Side(trade.Side)} at {prices.Entry:N2}, ATR {SelectorText.Number(trade.Scene.Context.Atr, "N0")}");
        writer.WriteLine($"  context  {trade.Scene.Name}: daily ATR {SelectorText.Percent(trade.Reading.DailyAtr)}, ADX {SelectorText.Number(trade.Scene.Context.Adx, "0")}");
        writer.WriteLine($"  regime   {RegimeNames.Of(trade.Reading.Regime)}, confidence {SelectorText.Percent(trade.Reading.Confidences.Of(trade.Reading.Regime))}");
        writer.WriteLine($"  profile  {profiles[trade.Choice.Profile].Name}, chosen with probability {SelectorText.Number(trade.Choice.Propensity, "0.00")}{(trade.Choice.Explored ? ", exploring" : string.Empty)}");
        writer.WriteLine($"  prices   stop {prices.Stop:N2}, targets {string.Join(" and ", prices.Targets.Select(t => $"{t:N2}"))}");
        writer.WriteLine($"  close    {Words(outcome.Reason)} after {PlainText.Count(outcome.Bars, "bar")}");
        writer.WriteLine($"  reward   {SelectorText.Signed(outcome.ResultInR)} R; its estimate moves from {SelectorText.Signed(trade.Before)} to {SelectorText.Signed(trade.After)} R");
        writer.WriteLine();
    }

    public static void Trades(TextWriter writer, IReadOnlyList<TradeProfile> profiles, IReadOnlyList<SelectorDemoTrade> trades)
    {
        writer.WriteLine($"4. {PlainText.Count(trades.Count, "signal")} on simulated bars, one after another; fees and slippage are paid");
        var table = ConsoleTable.Make("#", "market", "side", "profile", "why", "left by", "R", "sum of R", "estimate before", "after");
        var sum = 0.0;
        for (var i = 0; i < trades.Count; i++)
        {
            var t = trades[i];
            sum += t.Outcome?.ResultInR ?? 0;
            table.AddRow(
                $"{i + 1}",
                t.Scene.Name,
                Side(t.Side),
                t.Choice.Profile < 0 ? "no trade" : profiles[t.Choice.Profile].Name,
                Why(t.Choice),
                t.Outcome is { } o ? Words(o.Reason) : "-",
                t.Outcome is { } r ? SelectorText.Signed(r.ResultInR) : "-",
                SelectorText.Signed(sum),
                SelectorText.Signed(t.Before),
                SelectorText.Signed(t.After));
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine("Estimate: what the selector expects of the profile in that regime, in R a trade; it starts from the profile's claim. So few trades prove nothing.");
        writer.WriteLine();
    }

    private static string Why(in ProfileChoice choice) => choice.Why switch
    {
        ChoiceReason.Policy => choice.Explored ? "explored" : "best so far",
        ChoiceReason.Disabled => "selector is off",
        ChoiceReason.UnsafeRegime => "unsafe regime",
        ChoiceReason.CostsTooHigh => "costs too high",
        _ => "none is allowed",
    };

    // TrailingStop as trailing stop.
    private static string Words(AuditReason reason) =>
        string.Concat($"{reason}".Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : string.Empty) + char.ToLowerInvariant(c) : $"{c}"));

    private static string Side(int side) => side > 0 ? "long" : "short";
}
