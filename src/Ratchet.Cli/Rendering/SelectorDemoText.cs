using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Commands;
using Ratchet.Trading.Profiles;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>The demo's trades and studies as text.</summary>
internal static class SelectorDemoText
{
    public static void Workflow(TextWriter writer, IReadOnlyList<TradeProfile> profiles, SelectorDemoTrade trade)
    {
        var (prices, outcome) = (trade.Prices!, trade.Outcome!.Value);
        writer.WriteLine("From signal to reward");
        writer.WriteLine($"  signal   {Side(trade.Side)} at {prices.Entry:N2}, ATR {SelectorText.Number(trade.Scene.Context.Atr, "N0")}");
        writer.WriteLine($"  context  {trade.Scene.Name}: daily ATR {SelectorText.Percent(trade.Reading.DailyAtr)}, ADX {SelectorText.Number(trade.Scene.Context.Adx, "0")}");
        writer.WriteLine($"  regime   {RegimeNames.Of(trade.Reading.Regime)}, confidence {SelectorText.Percent(trade.Reading.Confidences.Of(trade.Reading.Regime))}");
        writer.WriteLine($"  profile  {profiles[trade.Choice.Profile].Name}, chosen with probability {SelectorText.Number(trade.Choice.Propensity, "0.00")}{(trade.Choice.Explored ? ", exploring" : string.Empty)}");
        writer.WriteLine($"  prices   stop {prices.Stop:N2}, targets {string.Join(" and ", prices.Targets.Select(t => $"{t:N2}"))}");
        writer.WriteLine($"  close    {outcome.Reason} after {PlainText.Count(outcome.Bars, "bar")}");
        writer.WriteLine($"  reward   {SelectorText.Signed(outcome.ResultInR)} R; its estimate moves from {SelectorText.Signed(trade.Before)} to {SelectorText.Signed(trade.After)}");
        writer.WriteLine();
    }

    public static void Trades(TextWriter writer, IReadOnlyList<TradeProfile> profiles, IReadOnlyList<SelectorDemoTrade> trades)
    {
        writer.WriteLine("Twenty signals on simulated bars, fees and slippage paid");
        var table = ConsoleTable.Make("#", "market", "regime", "side", "profile", "why", "left by", "R", "sum of R", "estimate");
        var sum = 0.0;
        for (var i = 0; i < trades.Count; i++)
        {
            var t = trades[i];
            sum += t.Outcome?.ResultInR ?? 0;
            table.AddRow(
                $"{i + 1}",
                t.Scene.Name,
                RegimeNames.Of(t.Reading.Regime),
                Side(t.Side),
                t.Choice.Profile < 0 ? "no new position" : profiles[t.Choice.Profile].Name,
                t.Choice.Why != ChoiceReason.Policy ? "safety" : t.Choice.Explored ? "explored" : "best so far",
                t.Outcome is { } o ? $"{o.Reason}" : "-",
                t.Outcome is { } r ? SelectorText.Signed(r.ResultInR) : "-",
                SelectorText.Signed(sum),
                t.Outcome is null ? "-" : $"{SelectorText.Signed(t.Before)} > {SelectorText.Signed(t.After)}");
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine(
            $"In {trades.Count(t => t.Choice.Profile >= 0 && t.CostShare / profiles[t.Choice.Profile].Exits.StopMultiple > SelectorDemoTrade.UsualCostShare)} of these a round trip costs more than {SelectorText.Percent(SelectorDemoTrade.UsualCostShare)} of the stop, so by default the selector would refuse them; the demo lets them pass.");
        writer.WriteLine();
    }

    public static void Learning(TextWriter writer, LearningWorld world, IReadOnlyList<LearningResult> results, int symbols, int seeds)
    {
        var first = results[0];
        writer.WriteLine(
            $"Finding the best profile: {symbols} symbols x {LearningWorld.Regimes.Count} regimes, the best {SelectorText.Number(world.MeanGap(MarketRegime.TrendUp) * 5 / 4, "0.00")} R above the others, deviation {SelectorText.Number(world.Deviation, "0.0")} R, {PlainText.Count(seeds, "seed")}");
        foreach (var regime in LearningWorld.Regimes)
        {
            writer.WriteLine($"  {RegimeNames.Of(regime),-16} best is {world.Profiles[world.Best(regime)].Name}");
        }

        var table = ConsoleTable.Make("policy", "pooled", "full info", $"found after {string.Join(" | ", first.Checkpoints)}", $"regret, R, after {string.Join(" | ", first.Checkpoints)}", "R a trade");
        foreach (var r in results)
        {
            table.AddRow(
                r.Setup.Name,
                r.Setup.Options.Bandit.Pooling ? "yes" : "no",
                r.Setup.FullInformation ? "yes" : "no",
                string.Join(" | ", r.Found.Select(f => SelectorText.Number(f * 100, "0") + " %")),
                string.Join(" | ", r.Regret.Select(f => SelectorText.Number(f, "0.0"))),
                SelectorText.Signed(r.ResultInR, "0.000"));
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine($"Regret of always trading {TradeProfiles.DefaultName}: {string.Join(" | ", first.StaticRegret.Select(f => SelectorText.Number(f, "0.0")))} R; the oracle's is 0.");
        writer.WriteLine($"Floor of epsilon-greedy (epsilon x mean gap x trades), all known: {string.Join(" | ", first.Floor.Select(f => SelectorText.Number(f, "0.0")))} R.");
        writer.WriteLine("Found is the share of symbols and regimes whose best profile has the largest estimate; a guess would be right in 20 to 50 %.");
        writer.WriteLine();
    }

    public static void Switching(TextWriter writer, IReadOnlyList<SwitchingResult> results, int seeds)
    {
        writer.WriteLine($"When the best changes: after 500 trades the best profile (+1 R) and the worst (-1 R) change places, deviation 1.5 R, {PlainText.Count(seeds, "seed")}");
        var table = ConsoleTable.Make("way to learn", "full info", "knew the old best", "the new one 100 later", "R before | after");
        foreach (var r in results)
        {
            table.AddRow(
                r.Setup.Name,
                r.Setup.FullInformation ? "yes" : "no",
                SelectorText.Number(r.KnewBefore * 100, "0") + " %",
                SelectorText.Number(r.Recovered * 100, "0") + " %",
                $"{SelectorText.Signed(r.ResultBefore)} | {SelectorText.Signed(r.ResultAfter)}");
        }

        ConsoleTable.Write(writer, table);
    }

    private static string Side(int side) => side > 0 ? "long" : "short";
}
