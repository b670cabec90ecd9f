using System.Text.Json;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Benchmarks.Peers;
using Ratchet.Benchmarks.Reports;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Benchmarks.Parity;

/// <summary>Compares accuracy on five sets: several seeds of ours beside as many of the peer's, with the same parameters and rows.</summary>
internal sealed class ParityCommand(ParityOptions options)
{
    private readonly List<ParityOutcome> outcomes = [];

    /// <summary>Every model that is compared.</summary>
    public static IReadOnlyList<IParityModel> Models { get; } = [new ForestModel(), new BoostingModel()];

    /// <summary>Runs, prints and keeps.</summary>
    /// <returns>0 where the peer ran for every row and no mean of ours is worse than the peer's worst seed; 1 otherwise.</returns>
    public int Start()
    {
        var machine = MachineFacts.Read(options.Date, options.Threads);
        Console.WriteLine(ParityTable.Header);
        foreach (var (name, read) in Sets())
        {
            if (options.Only.Count == 0 || options.Only.Contains(name) || !options.Only.Any(o => Sets().Any(s => s.Name == o)))
            {
                Compare(read());
            }
        }

        Console.WriteLine();
        Console.WriteLine(ParityTable.Summary(outcomes));
        if (options.Results is { } folder)
        {
            var path = Path.Combine(folder, ResultsFolder.FileName(machine) + "-parity");
            Directory.CreateDirectory(folder);
            File.WriteAllText(path + ".md", ParityTable.Page(machine, options.Seeds, outcomes));
            File.WriteAllText(path + ".json", JsonSerializer.Serialize(new { machine, seeds = options.Seeds, outcomes }, JsonReport.Indented) + "\n");
            Console.Error.WriteLine($"wrote {path}.md and {path}.json");
        }

        return outcomes.Count > 0 && outcomes.All(o => o.Verdict is "within" or "better") ? 0 : 1;
    }

    private IEnumerable<(string Name, Func<ParitySet> Read)> Sets()
    {
        yield return ("table", () => TableSet.Read(PeerArrays.Locate()));
        yield return ("friedman", SyntheticSets.Friedman);
        yield return ("imbalanced", SyntheticSets.Imbalanced);
        yield return ("btc-1h", () => BarSets.Read("btc-1h", Path.Combine(options.Data, "crypto/binance_BTCUSDT_1h_2022-2025.csv.gz"), "BTC/USDT", TimeFrame.Hour1, false));
        yield return ("es-5m", () => BarSets.Read("es-5m", Path.Combine(options.Data, "futures/ES_5m_2024-12_2025-09.csv.gz"), "ES", new TimeFrame(5), true));
    }

    private void Compare(ParitySet set)
    {
        foreach (var model in Models.Where(m => options.Only.Count == 0 || !Models.Any(k => options.Only.Contains(k.Name)) || options.Only.Contains(m.Name)))
        {
            var given = model.PeerTakesMissing ? set : set.Filled();
            var checksum = ParityFiles.Write(options.Work, given);
            foreach (var task in given.Targets.Keys)
            {
                Compare(given, checksum, model, task);
            }
        }
    }

    private void Compare(ParitySet set, string checksum, IParityModel model, ParityTask task)
    {
        var peer = new ParityPeer(Path.Combine(options.Peers, "parity.py"), options.Work, options.Reuse).Run(set.Name, checksum, model, task, options.Seeds);
        var ours = Ours(set, model, task);
        foreach (var (score, higherIsBetter) in ParityScores.Of(task))
        {
            var outcome = new ParityOutcome(
                set.Name, model.Name, task.ToString(), score, higherIsBetter, [.. ours.Select(s => s[score])], peer is { } ran ? [.. ran.Scores.Select(s => s[score])] : [], peer?.Name ?? "not run");
            outcomes.Add(outcome);
            Console.WriteLine(ParityTable.Row(outcome));
        }
    }

    private List<IReadOnlyDictionary<string, double>> Ours(ParitySet set, IParityModel model, ParityTask task)
    {
        var columns = Array.ConvertAll(set.Columns, c => new ReadOnlyMemory<double>(c));
        var x = BinnedMatrix.Build(set.Names, columns, new IndexRange(0, set.TrainRows), new BinningOptions(), options.Threads, CancellationToken.None);
        var view = new TrainingView(Enumerable.Range(0, set.TrainRows).ToArray(), set.Targets[task], default);
        int[] rows = [.. Enumerable.Range(set.TestStart, set.RowCount - set.TestStart)];
        var truth = set.Targets[task][set.TestStart..];
        var scores = new List<IReadOnlyDictionary<string, double>>();
        for (var seed = 0; seed < options.Seeds; seed++)
        {
            scores.Add(ParityScores.Compute(task, model.Predict(task, x, view, rows, (ulong)seed, options.Threads), truth));
        }

        return scores;
    }
}
