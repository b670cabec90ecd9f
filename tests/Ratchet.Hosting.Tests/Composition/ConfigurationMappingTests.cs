using Ratchet.Features.Labels;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Training;

namespace Ratchet.Hosting.Tests.Composition;

public sealed class ConfigurationMappingTests
{
    [Theory]
    [InlineData("labels.profitMultiple", "100", "100.1")]
    [InlineData("labels.horizonBars", "1", "0")]
    [InlineData("labels.roundTripCost", "0.999", "1")]
    [InlineData("imbalance.targetRatio", "0.5", "1.1")]
    [InlineData("imbalance.neighbours", "1", "0")]
    [InlineData("regime.states", "6", "7")]
    [InlineData("regime.minimumBars", "160", "159")]
    [InlineData("features.maxBins", "255", "256")]
    [InlineData("features.maxBins", "2", "1")]
    [InlineData("features.fractional.order", "0.01", "0.009")]
    [InlineData("features.fractional.calibrationBars", "1000", "999")]
    [InlineData("features.fractional.significancePercent", "10", "9")]
    [InlineData("data.featureCacheMegabytes", "1", "0")]
    [InlineData("trading.riskPerTrade", "1", "1.01")]
    [InlineData("trading.slippageBps", "0", "-0.1")]
    [InlineData("trading.positionLow", "1", "1.1")]
    [InlineData("objective.drawdownLimit", "1", "1.01")]
    [InlineData("objective.sharpeWeight", "0", "-0.1")]
    [InlineData("validation.folds", "2", "1")]
    [InlineData("validation.folds", "50", "51")]
    [InlineData("validation.walkForwardStart", "0.9", "0.91")]
    [InlineData("search.eta", "2", "1")]
    [InlineData("search.reevaluateTop", "20", "21")]
    [InlineData("search.randomEntryDraws", "20", "19")]
    [InlineData("search.estimatorsHigh", "50", "49")]
    [InlineData("search.jobs", "1024", "1025")]
    [InlineData("search.jobs", "1", "0")]
    [InlineData("search.trialTimeoutSeconds", "0.5", "0")]
    [InlineData("synthetic.informationCoefficient", "0.5", "0.51")]
    [InlineData("synthetic.bars", "2", "1")]
    [InlineData("ensemble.entry.trees", "1", "0")]
    [InlineData("data.timeframe", "15m", "15x")]
    [InlineData("data.pair", "ES", "E S!")]
    [InlineData("data.timerange", "20240101-", "January")]
    public void Require_Bound_AcceptsInsideAndRefusesOutside(string path, string inside, string outside)
    {
        ConfigurationCheck.Require(With(path, inside), []);

        var error = Assert.Throws<ConfigurationException>(() => ConfigurationCheck.Require(With(path, outside), []));

        Assert.Contains(path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..].Split('.')[^1].Replace("Seconds", "", StringComparison.Ordinal), error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("(Parameter", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void ToStudySettings_OutOfRange_NamesThePath() =>
        Assert.Contains(
            "'ensemble.exit.minSamplesLeaf'",
            Assert.Throws<ConfigurationException>(() => ConfigurationMapping.ToStudySettings(With("ensemble.exit.minSamplesLeaf", "0"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ToDatasetOptions_UnknownFeature_SuggestsTheNearest()
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationMapping.ToDatasetOptions(With("features.features", """["rsi14"]"""), []));

        Assert.Contains("'rsi14'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'rsi_14'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["rsi_1"]""", "period in [2, 10000]")]
    [InlineData("""["rsi_14@30m"]""", "whole multiple")]
    [InlineData("""["rsi_14@1h"]""", "alone")]
    [InlineData("""["rsi_14@x"]""", "time frame")]
    public void ToDatasetOptions_ParameterOrFrameThatDoesNotFit_SaysWhatToWrite(string features, string part)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationMapping.ToDatasetOptions(With("features.features", features), []));

        Assert.Contains("'features.features'", error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToDatasetOptions_ChosenFeatures_AreTheSet() =>
        Assert.Equal(["rsi_14"], ConfigurationMapping.ToDatasetOptions(With("features.features", """["rsi_14"]"""), []).Features.Features);

    [Fact]
    public void ToStudySettings_Search_IsHandedOn()
    {
        var settings = ConfigurationMapping.ToStudySettings(With("search.maximumResource", "27"));

        Assert.Equal(27, settings.Hyperband.MaximumResource);
        Assert.Equal(3, settings.Hyperband.Eta);
        Assert.Null(settings.TrialTimeout);
    }

    [Fact]
    public void ToStudySettings_LabelCostAndImbalance_FollowTheirSettings()
    {
        var costly = ConfigurationMapping.ToStudySettings(With("trading.slippageBps", "10"));
        Assert.Equal(0.003, costly.Defaults.Labels.RoundTripCost!.Value, 1e-15);
        Assert.Equal(0.01, ConfigurationMapping.ToStudySettings(With("labels.roundTripCost", "0.01")).Defaults.Labels.RoundTripCost);
        Assert.Equal(ImbalanceHandling.Smote, ConfigurationMapping.ToStudySettings(With("imbalance.handling", "Smote")).Defaults.Imbalance.Handling);
        Assert.Equal(BarrierVolatility.Range, ConfigurationMapping.ToDatasetOptions(With("labels.volatility", "Range"), []).Volatility);
    }

    [Theory]
    [InlineData("search.jobs", "2", true)]
    [InlineData("data.root", "elsewhere", true)]
    [InlineData("search.seed", "2", false)]
    [InlineData("labels.horizonBars", "25", false)]
    [InlineData("imbalance.handling", "Smote", false)]
    [InlineData("data.timerange", "20240101-", false)]
    public void Hash_Setting_CountsOnlyWhereResultsDependOnIt(string path, string text, bool same) =>
        Assert.Equal(same, ConfigurationMapping.Hash(new RatchetConfiguration()) == ConfigurationMapping.Hash(With(path, text)));

    private static RatchetConfiguration With(string path, string text) =>
        ConfigurationLoader.Load([], new Dictionary<string, string>(), [(path, text, "--set")]).Value;
}
