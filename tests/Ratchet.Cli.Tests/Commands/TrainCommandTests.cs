using System.Text.Json;
using Ratchet.Hosting.Composition;
using Ratchet.Market.Bars;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Models;

namespace Ratchet.Cli.Tests.Commands;

public sealed class TrainCommandTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Train_FinishedStudy_WritesWhatAStreamNeedsAndNeverTheSealedPart()
    {
        TinyOptimize.Run(line).Succeeded();
        var result = line.Run("train", "--study", TinyOptimize.Study);
        result.Succeeded();
        Assert.Contains("SYNTHETIC", result.Out, StringComparison.Ordinal);
        Assert.Contains("walk-forward, out of sample", result.Out, StringComparison.Ordinal);

        var stored = TrainedEnsembleFile.Read(Path.Combine(line.Root, "models", TinyOptimize.Study));
        var bars = MarketInputs.Open(new() { Synthetic = new() { Bars = TinyOptimize.Bars } });
        Assert.True(stored.Ensemble.Trained.To <= bars.Bars.OpenTime[bars.Split.Sealed.Start]);
        Assert.Equal((1, TinyOptimize.Study, true, false), (stored.Origin.Rank, stored.Origin.Study, stored.Origin.Synthetic, stored.Origin.ThroughHoldOut));
        Assert.All(stored.Origin.Metrics, m => Assert.True(double.IsFinite(m.InSample) || m.Name == "profit_factor", m.Name));

        var stream = stored.Ensemble.CreateStream(FeatureCatalogues.Create(stored.Origin.Regime, stored.Origin.Fractional, []));
        var spoken = 0;
        for (var i = 0; i < bars.Bars.Count; i++)
        {
            spoken += stream.Update(bars.Bars[i], out _) ? 1 : 0;
        }

        Assert.True(spoken > 3000, $"{spoken} bars had a signal.");

        // A second training into the same folder is refused, replaced when asked to, and gives the same model.
        Assert.Equal(3, line.Run("train", "--study", TinyOptimize.Study).Exit);
        line.Run("train", "--study", TinyOptimize.Study, "--force", "-j", "2").Succeeded();
        Assert.Equal(stored.Ensemble.Identity, TrainedEnsembleFile.Read(Path.Combine(line.Root, "models", TinyOptimize.Study)).Ensemble.Identity);

        Assert.Contains("from 1 to 2", Refused(2, "--rank", "3"), StringComparison.Ordinal);
        Assert.Contains("--open-holdout", Refused(3, "--through-holdout"), StringComparison.Ordinal);
        Assert.Contains("--timerange", Refused(2, "--through-holdout", "--timerange", "20230101-"), StringComparison.Ordinal);
        Assert.Contains("bars of 1h", Refused(2, "-i", "4h"), StringComparison.Ordinal);

        // Rank 2 has an out-of-sample twin too; a range of the study's bars is another training.
        var out2 = Path.Combine(line.Input, "second");
        line.Run("train", "--study", TinyOptimize.Study, "--rank", "2", "--timerange", "-20230401", "--out", out2, "--json").Succeeded();
        var second = TrainedEnsembleFile.Read(out2);
        Assert.Equal(2, second.Origin.Rank);
        Assert.True(second.Ensemble.Rows < stored.Ensemble.Rows);

        line.Run("backtest", "--study", TinyOptimize.Study, "--open-holdout").Succeeded();
        var out3 = Path.Combine(line.Input, "third");
        var through = line.Run("train", "--study", TinyOptimize.Study, "--through-holdout", "--out", out3, "--json");
        through.Succeeded();
        using var json = JsonDocument.Parse(through.Out);
        Assert.True(json.RootElement.GetProperty("throughHoldOut").GetBoolean());
        Assert.True(TrainedEnsembleFile.Read(out3).Ensemble.Trained.To > bars.Bars.OpenTime[bars.Split.Sealed.Start]);

        string Refused(int exit, params string[] more)
        {
            var refused = line.Run(["train", "--study", TinyOptimize.Study, "--out", Path.Combine(line.Input, "refused"), .. more]);
            Assert.Equal(exit, refused.Exit);
            Assert.False(Directory.Exists(Path.Combine(line.Input, "refused")));
            return refused.ErrorLines.Single(l => l.StartsWith("error: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Train_FileOfTheSameSymbol_StopsWhereTheStudySealed()
    {
        var market = MarketInputs.Open(new() { Synthetic = new() { Bars = TinyOptimize.Bars } }).Bars;
        var bars = new BarSeries(Market.Instruments.Symbol.Parse("ABC/USD"), market.TimeFrame, market.Columns with { TradeCount = default, TakerBuyVolume = default });
        new BarStore(line.Root).Save(bars, "test", synthetic: false);
        TinyOptimize.Run(line, "-p", "ABC/USD", "-i", "1h").Succeeded();
        var text = string.Join('\n', Enumerable.Range(0, bars.Count).Select(i => FormattableString.Invariant(
            $"{bars.OpenTime[i]},{bars.Open[i]:R},{bars.High[i]:R},{bars.Low[i]:R},{bars.Close[i]:R},{bars.Volume[i]:R}")).Prepend(SampleBars.Header));
        var file = line.Write("ABCUSD_1h.csv", text + "\n");
        var (own, other) = (Path.Combine(line.Input, "own"), Path.Combine(line.Input, "other"));
        line.Run("train", "--study", TinyOptimize.Study, "--out", own).Succeeded();
        line.Run("train", file, "--study", TinyOptimize.Study, "--out", other).Succeeded();
        var (one, two) = (TrainedEnsembleFile.Read(own), TrainedEnsembleFile.Read(other));
        Assert.Equal((one.Ensemble.Identity, one.Ensemble.Trained), (two.Ensemble.Identity, two.Ensemble.Trained));
        Assert.Equal("ABCUSD_1h.csv", two.Origin.Source);

        // More bars in the file move its own border, not the study's.
        var longer = line.Write("ABCUSD_1h.csv", text + "\n" + More(bars, 1000));
        line.Run("train", longer, "--study", TinyOptimize.Study, "--out", other, "--force").Succeeded();
        Assert.Equal(one.Ensemble.Trained, TrainedEnsembleFile.Read(other).Ensemble.Trained);
    }

    private static string More(BarSeries bars, int count) => string.Concat(Enumerable.Range(1, count).Select(i => FormattableString.Invariant(
        $"{bars.OpenTime[^1] + (i * 3_600_000L)},{bars.Close[^1]:R},{bars.Close[^1] + 1 + (i % 3):R},{bars.Close[^1] - 1:R},{bars.Close[^1] + (i % 2 * 0.5):R},5\n")));
}
