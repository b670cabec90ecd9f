using System.Globalization;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Commands;
using Ratchet.Trading.Profiles;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>Profiles, regimes and what was learned, as tables.</summary>
internal static class SelectorText
{
    public static void Profiles(TextWriter writer, IReadOnlyList<TradeProfile> profiles)
    {
        writer.WriteLine("Profiles (distances in ATR; R is the money at risk)");
        var table = ConsoleTable.Make("profile", "stop", "targets", "shares", "trails", "hours", "reward:risk", "wins", "R", "R, partials", "suits");
        foreach (var p in profiles)
        {
            var exits = p.Exits;
            table.AddRow(
                p.Name,
                Number(exits.StopMultiple, "0.0"),
                string.Join(" | ", exits.TargetMultiples.Select(m => Number(m, "0.0"))),
                string.Join(" | ", exits.TargetFractions.Select(f => Number(f * 100, "0"))) + " %",
                exits.TrailingMultiple > 0 ? Number(exits.TrailingMultiple, "0.0") : "-",
                exits.HorizonMilliseconds > 0 ? Number(exits.HorizonMilliseconds / 3.6e6, "0") : "-",
                Number(p.RewardToRisk, "0.0"),
                Number(p.ExpectedWinRate * 100, "0") + " %",
                Signed(p.Expectancy),
                Signed(p.ExpectancyWithPartials),
                p.Suits);
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine("Wins and R (expectancy of a trade) are claims of the table, not measurements; with partials is the most that the profile's own targets can give.");
        writer.WriteLine();
    }

    public static void Prices(TextWriter writer, IReadOnlyList<TradeProfile> profiles, IReadOnlyList<ProfilePrices> prices, int side, double atr)
    {
        writer.WriteLine($"Prices of a {(side > 0 ? "long" : "short")} entry at {prices[0].Entry:N2} with an ATR of {Number(atr, "N2")}");
        var table = ConsoleTable.Make("profile", "stop", "targets");
        for (var i = 0; i < profiles.Count; i++)
        {
            table.AddRow(profiles[i].Name, $"{prices[i].Stop:N2}", string.Join("  ", prices[i].Targets.Select(t => $"{t:N2}")));
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine();
    }

    public static void Regimes(TextWriter writer, IReadOnlyList<SelectorScene> scenes, IReadOnlyList<RegimeReading> readings)
    {
        writer.WriteLine("Regimes");
        var table = ConsoleTable.Make("market", "daily ATR", "ADX", "+DI / -DI", "volume", "spread", "regime", "confidence", "next");
        for (var i = 0; i < scenes.Count; i++)
        {
            var (c, r) = (scenes[i].Context, readings[i]);
            var next = RegimeNames.All.Select((n, k) => (Name: n, Share: r.Confidences[k])).Where(n => n.Name != RegimeNames.Of(r.Regime)).MaxBy(n => n.Share);
            table.AddRow(
                scenes[i].Name,
                Number(r.DailyAtr * 100, "0.00") + " %",
                Number(c.Adx, "0"),
                $"{Number(c.PlusDi, "0")} / {Number(c.MinusDi, "0")}",
                Number(c.VolumeShare, "0.00"),
                double.IsNaN(c.SpreadBps) ? "-" : Number(c.SpreadBps, "0") + " bp",
                RegimeNames.Of(r.Regime),
                Percent(r.Confidences.Of(r.Regime)),
                $"{next.Name} {Percent(next.Share)}");
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine();
    }

    public static void State(TextWriter writer, ProfileSelector selector, SelectorState state)
    {
        var counts = selector.Counts;
        writer.WriteLine(
            $"{PlainText.Count(counts.Decisions, "decision")}: {counts.Chosen:N0} chosen by the policy, {counts.Explored:N0} of them explored ({Percent(counts.ExplorationRate)}), {counts.Refused:N0} without a new position.");
        writer.WriteLine($"{PlainText.Count(counts.Rewards, "reward")} of real trades, {counts.ShadowRewards:N0} of simulated ones, {counts.Lost:N0} that found no decision; {PlainText.Count(state.Waiting.Count, "decision")} waiting.");
        var table = ConsoleTable.Make("symbol", "regime", "best profile", "estimate", "Q", "real trades (mean R)", "simulated (mean R)", "choices");
        for (var s = 0; s < state.Symbols.Count; s++)
        {
            for (var r = 0; r < RegimeNames.Count; r++)
            {
                var regime = (MarketRegime)r;
                if (selector.Table.Choices(s, regime) == 0 || selector.Best(s, regime) is not (var best and >= 0))
                {
                    continue;
                }

                var view = selector.Table.View(s, regime, best);
                table.AddRow(
                    state.Symbols[s],
                    RegimeNames.Of(regime),
                    selector.Profiles[best].Name,
                    Signed(view.Estimate),
                    Signed(view.Value),
                    $"{view.Real:N0} ({Signed(view.RealMean)})",
                    $"{view.Shadow:N0} ({Signed(view.ShadowMean)})",
                    $"{selector.Table.Choices(s, regime):N0}");
            }
        }

        ConsoleTable.Write(writer, table);
    }

    public static void Coverage(TextWriter writer, IReadOnlyList<(string Log, double Epsilon, CoverageResult Result)> rows, int decisions, int runs)
    {
        writer.WriteLine($"Off-policy evaluation of another policy from {PlainText.Count(runs, "log")} of {PlainText.Count(decisions, "choice")}; intervals of 90 %");
        var table = ConsoleTable.Make("log", "epsilon", "estimator", "covers the truth", "bias", "RMS error", "width");
        foreach (var (log, epsilon, result) in rows)
        {
            table.AddRow(
                log, Number(epsilon, "0.0"), result.Estimator, Percent(result.Coverage), Signed(result.Bias, "0.000"), Number(result.RootMeanSquare, "0.000"), Number(result.Width, "0.000"));
        }

        ConsoleTable.Write(writer, table);
    }

    public static string Percent(double share) => Number(share * 100, "0.0") + (double.IsFinite(share) ? " %" : string.Empty);

    public static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";

    public static string Signed(double value, string format = "0.00") => Number(value, $"+{format};-{format};{format}");
}
