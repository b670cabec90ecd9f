using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Trading.Profiles;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>How fast the best profile is found, and found again, in simulated worlds whose truth is known.</summary>
internal static class SelectorStudyText
{
    private static readonly (bool Pooling, bool Full, string Name)[] Ways =
        [(false, false, "own trades only"), (true, false, "pooled"), (false, true, "full information"), (true, true, "pooled + full")];

    private static readonly int[] Shown = [100, 300, 1000];

    public static void Learning(TextWriter writer, LearningWorld world, IReadOnlyList<LearningResult> results, int symbols, int seeds)
    {
        var gap = LearningWorld.Regimes.Max(r => Enumerable.Range(0, world.Profiles.Count).Max(p => world.Mean(r, world.Best(r)) - (double.IsNaN(world.Mean(r, p)) ? world.Mean(r, world.Best(r)) : world.Mean(r, p))));
        writer.WriteLine($"5. Is the best profile found? {symbols} symbols x {LearningWorld.Regimes.Count} regimes, {PlainText.Count(seeds, "simulated market")}");
        writer.WriteLine(
            $"In each regime one profile earns {SelectorText.Number(gap, "0.00")} R more than the others; a trade's deviation is {SelectorText.Number(world.Deviation, "0.0")} R. The best: {string.Join(", ", LearningWorld.Regimes.Select(r => $"{RegimeNames.Of(r)} {world.Profiles[world.Best(r)].Name}"))}.");
        writer.WriteLine("Pooled: symbols and regimes share what they learn. Full information: profiles that were not chosen are simulated on the same entry.");
        writer.WriteLine();
        writer.WriteLine($"Found after {string.Join(", ", Shown)} trades: % of symbols and regimes whose best profile has the largest estimate; a guess finds 20 to 50 %");
        Table(writer, results, r => string.Join("  ", Shown.Select(s => SelectorText.Number(r.Found[Place(r, s)] * 100, "0").PadLeft(2))));
        writer.WriteLine();
        writer.WriteLine("Regret after 1,000 trades: R lost against an oracle that always takes the best");
        Table(writer, results, r => SelectorText.Number(r.Regret[Place(r, 1000)], "0"));
        var first = results[0];
        writer.WriteLine();
        writer.WriteLine($"Regret of epsilon-greedy as trades go on (always {TradeProfiles.DefaultName}: {SelectorText.Number(first.StaticRegret[^1], "0")} R; the floor is epsilon x mean gap: exploring alone, all else known)");
        TextChart.Write(
            writer,
            first.Checkpoints,
            [
                new('S', $"always {TradeProfiles.DefaultName}", first.StaticRegret),
                .. results.Where(r => r.Setup.Name == first.Setup.Name).Select(r => new ChartLine(
                    r.Setup is { FullInformation: true, Options.Bandit.Pooling: true } ? 'B' : r.Setup.FullInformation ? 'F' : r.Setup.Options.Bandit.Pooling ? 'P' : 'O',
                    Ways.First(w => w.Pooling == r.Setup.Options.Bandit.Pooling && w.Full == r.Setup.FullInformation).Name,
                    r.Regret)),
                new('.', "floor", first.Floor),
            ],
            "R",
            "trades");
        writer.WriteLine();
    }

    public static void Switching(TextWriter writer, IReadOnlyList<SwitchingResult> results, int seeds)
    {
        writer.WriteLine($"6. Is a change noticed? After 500 trades the best profile (+1 R) and the worst (-1 R) change places; {PlainText.Count(seeds, "simulated market")}");
        writer.WriteLine("Knew: the largest estimate was the best profile's just before. Recovered: it is the new best's 100 trades later. R: a trade, in the 100 before and after.");
        var table = ConsoleTable.Make("own trades | full information", "own: knew", "recovered", "R before", "after", "full: knew", "recovered", "R before", "after");
        foreach (var way in results.GroupBy(r => r.Setup.Name))
        {
            table.AddRow([way.Key, .. way.OrderBy(r => r.Setup.FullInformation).SelectMany(r => (string[])[
                SelectorText.Number(r.KnewBefore * 100, "0") + " %",
                SelectorText.Number(r.Recovered * 100, "0") + " %",
                SelectorText.Signed(r.ResultBefore),
                SelectorText.Signed(r.ResultAfter)])]);
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine("Plain averages never recover; a memory that fades, or one that is cut where rewards break, does.");
    }

    private static int Place(LearningResult result, int trades) => result.Checkpoints.ToList().IndexOf(trades);

    private static void Table(TextWriter writer, IReadOnlyList<LearningResult> results, Func<LearningResult, string> cell)
    {
        var table = ConsoleTable.Make("policy", [.. Ways.Select(w => w.Name)]);
        foreach (var policy in results.GroupBy(r => r.Setup.Name))
        {
            table.AddRow([policy.Key, .. Ways.Select(w => cell(policy.Single(r => r.Setup.Options.Bandit.Pooling == w.Pooling && r.Setup.FullInformation == w.Full)))]);
        }

        ConsoleTable.Write(writer, table);
    }
}
