using System.Text;
using Ratchet.Features.Sets;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Storage.Models;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Storage.Tests.Models;

public sealed class TrainedEnsembleFileTests : IDisposable
{
    private static readonly BarSeries Bars = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 1500, InformationCoefficient = 0.1 }).Bars;
    private static readonly DatasetOptions Options = new()
    {
        Features = new FeatureSet("two", ["rsi_14", "ema_ratio_5_34"]),
        Catalogue = new FeatureCatalogue(TechnicalFeatures.All, [], FeaturePatterns.All),
        Binning = new() { MaxBins = 16 },
    };

    private static readonly TrainedEnsemble Trained = Train(1);
    private static readonly EnsembleOrigin Origin = new()
    {
        Study = "s",
        Trial = 17,
        Rank = 2,
        Source = "somewhere",
        Synthetic = true,
        ThroughHoldOut = false,
        ConfigurationHash = "c0nf",
        CodeVersion = "1.2.3+abc",
        CreatedAt = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero),
        Regime = new() { Seed = 9 },
        Fractional = new() { Order = null },
        Metrics = [new("sharpe", 1.5, double.NaN)],
    };

    private readonly ModelFolder folder = new();

    private string Place => folder["ensemble"];

    private string Manifest => Path.Combine(Place, "manifest.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_Written_GivesEveryFieldAndTheSameSignals()
    {
        TrainedEnsembleFile.Write(Place, Trained, Origin);
        var (ensemble, origin) = TrainedEnsembleFile.Read(Place);
        Assert.Equal(Origin with { Metrics = [] }, origin with { Metrics = [] });
        Assert.Equal(Origin.Metrics, origin.Metrics);
        Assert.Equal(Trained.Inputs, ensemble.Inputs);
        Assert.Equal(Trained.FeatureIdentities, ensemble.FeatureIdentities);
        Assert.Equal(
            (Trained.Symbol, Trained.TimeFrame, Trained.Labels, Trained.FirstBar, Trained.Trained, Trained.Rows, Trained.Seed, Trained.DataHash, Trained.Identity),
            (ensemble.Symbol, ensemble.TimeFrame, ensemble.Labels, ensemble.FirstBar, ensemble.Trained, ensemble.Rows, ensemble.Seed, ensemble.DataHash, ensemble.Identity));
        Assert.Equal(Trained.Trading with { TargetSteps = [], TargetFractions = [] }, ensemble.Trading with { TargetSteps = [], TargetFractions = [] });
        Assert.Equal(Trained.Trading.TargetSteps, ensemble.Trading.TargetSteps);
        Assert.Equal(Trained.Trading.TargetFractions, ensemble.Trading.TargetFractions);

        var (before, after) = (Trained.CreateStream(Options.Catalogue), ensemble.CreateStream(Options.Catalogue));
        for (var i = 0; i < Bars.Count; i++)
        {
            Assert.Equal(before.Update(Bars[i], out var expected), after.Update(Bars[i], out var row));
            Assert.Equal(expected, row);
        }

        Assert.Equal(TrainedEnsembleFile.Read(Manifest).Ensemble.Identity, ensemble.Identity);
    }

    [Fact]
    public void Write_Again_GivesTheSameBytesAndLeavesOneModel()
    {
        TrainedEnsembleFile.Write(Place, Trained, Origin);
        var first = Directory.GetFiles(Place).Order(StringComparer.Ordinal).ToDictionary(f => f, File.ReadAllBytes);
        TrainedEnsembleFile.Write(Place, Train(2), Origin);
        Assert.Equal(2, Directory.GetFiles(Place).Length);
        Assert.NotEqual(Trained.Identity, TrainedEnsembleFile.Read(Place).Ensemble.Identity);
        TrainedEnsembleFile.Write(Place, Train(1), Origin);
        Assert.Equal(first.Keys, Directory.GetFiles(Place).Order(StringComparer.Ordinal));
        Assert.All(first, f => Assert.Equal(f.Value, File.ReadAllBytes(f.Key)));
    }

    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 2", "schema is 2")]
    [InlineData("\"schema\": 1,", "", "damaged")]
    [InlineData("\"name\": \"rsi_14\"", "\"name\": \"rsi_15\"", "rsi_15")]
    [InlineData("\"modelHash\": \"", "\"modelHash\": \"0", "another model")]
    [InlineData("\"model\": \"", "\"model\": \"../", "not beside it")]
    [InlineData("\"rangeBars\": 14", "\"rangeBars\": 0", "RangeBars")]
    [InlineData("\"feeRate\": 0.0005", "\"feeRate\": 5", "FeeRate")]
    [InlineData("\"rows\":", "\"rosw\":", "rosw")]
    [InlineData("\"timeFrame\": \"1h\"", "\"timeFrame\": \"soon\"", "soon")]
    [InlineData("\"source\": \"somewhere\"", "\"source\": null", "source")]
    [InlineData("\"metrics\": [", "\"metrics\": [ null,", "null")]
    [InlineData("{", "", "damaged")]
    public void Read_ManifestChanged_IsRefusedWithWhatIsWrong(string from, string to, string says)
    {
        TrainedEnsembleFile.Write(Place, Trained, Origin);
        var text = File.ReadAllText(Manifest);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        File.WriteAllText(Manifest, text[..at] + to + text[(at + from.Length)..]);
        var refused = Assert.Throws<ModelFileException>(() => TrainedEnsembleFile.Read(Place));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Manifest, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManifestCutAnywhere_IsRefused()
    {
        TrainedEnsembleFile.Write(Place, Trained, Origin);
        var bytes = File.ReadAllBytes(Manifest);
        for (var length = 0; length < bytes.Length - 2; length += 7)
        {
            File.WriteAllBytes(Manifest, bytes[..length]);
            Assert.Throws<ModelFileException>(() => TrainedEnsembleFile.Read(Place));
        }

        File.WriteAllBytes(Manifest, Encoding.UTF8.GetBytes("[]"));
        Assert.Throws<ModelFileException>(() => TrainedEnsembleFile.Read(Place));
    }

    [Fact]
    public void Read_ModelMissingOrDamagedOrNoFolder_IsRefused()
    {
        Assert.Throws<ModelFileException>(() => TrainedEnsembleFile.Read(Place));
        TrainedEnsembleFile.Write(Place, Trained, Origin);
        var model = Assert.Single(Directory.GetFiles(Place, "*.model"));
        var bytes = File.ReadAllBytes(model);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(model, bytes);
        Assert.Throws<ModelFileException>(() => TrainedEnsembleFile.Read(Place));
        File.Delete(model);
        Assert.Throws<ModelFileException>(() => TrainedEnsembleFile.Read(Place));
    }

    private static TrainedEnsemble Train(ulong seed)
    {
        var ensemble = new EnsembleOptions();
        foreach (var role in EnsembleOptions.Roles)
        {
            ensemble = ensemble.With(role, ensemble[role] with { Trees = 3, MaxDepth = 4 });
        }

        var validation = new ValidationSettings { Folds = 2, MinimumTrainingSamples = 200 };
        var dataset = DatasetBuilder.Build(Bars, Options, new(0, Bars.Count), 1, CancellationToken.None);
        return new EnsembleTrainer(validation)
            .Train(dataset, new(0, Bars.Count), new StudySettings { Ensemble = ensemble }.Defaults, seed, 1, CancellationToken.None);
    }
}
