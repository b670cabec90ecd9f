using Ratchet.Features.Labels;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Hosting.Tests.Configuration;

public sealed class ConfigurationLoaderTests : IDisposable
{
    private static readonly Dictionary<string, string> NoVariables = [];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_NothingGiven_IsAllDefaults()
    {
        var loaded = ConfigurationLoader.Load([], NoVariables, []);

        Assert.Equal(new SearchSection(), loaded.Value.Search);
        Assert.Equal(new LabelOptions(), loaded.Value.Labels);
        Assert.All(loaded.Settings, s => Assert.Equal("default", s.Source));
        Assert.Equal(loaded.Settings.Select(s => s.Path).Order(StringComparer.Ordinal), loaded.Settings.Select(s => s.Path));
    }

    [Fact]
    public void Load_EveryLayer_LaterOneWinsAndIsNamed()
    {
        var first = folder.Write("first.json", """{ "search": { "seed": 2, "eta": 4, "jobs": 2, "iterations": 2 } }""");
        var second = folder.Write("second.json", """{ "search": { "eta": 5, "jobs": 3, "iterations": 3 } }""");
        var variables = new Dictionary<string, string> { ["RATCHET__SEARCH__JOBS"] = "6", ["RATCHET__SEARCH__ITERATIONS"] = "4", ["RATCHET_SHARED"] = "not ours" };

        var loaded = ConfigurationLoader.Load([first, second], variables, [("search.iterations", "7", "--set")]);

        var search = loaded.Value.Search;
        Assert.Equal((2UL, 5, 6, 7), (search.Seed, search.Eta, search.Jobs, search.Iterations));
        Assert.Equal(first, SourceOf(loaded, "search.seed"));
        Assert.Equal(second, SourceOf(loaded, "search.eta"));
        Assert.Equal("environment variable RATCHET__SEARCH__JOBS", SourceOf(loaded, "search.jobs"));
        Assert.Equal("option --set", SourceOf(loaded, "search.iterations"));
        Assert.Equal("default", SourceOf(loaded, "search.maximumResource"));
    }

    [Theory]
    [InlineData("feature_config.json", """{ "maxBins": 32 }""", "features.maxBins")]
    [InlineData("ensemble_config.json", """{ "entry": { "trees": 7 } }""", "ensemble.entry.trees")]
    [InlineData("regime_config.json", """{ "states": 4 }""", "regime.states")]
    [InlineData("validation_config.json", """{ "$schema": "x", "folds": 6 }""", "validation.folds")]
    public void Load_FileOfOneSection_SetsThatSection(string name, string text, string path)
    {
        var file = folder.Write(name, text);

        var loaded = ConfigurationLoader.Load([file], NoVariables, []);

        Assert.Equal([path], loaded.Settings.Where(s => s.Source == file).Select(s => s.Path));
    }

    [Fact]
    public void Load_CommentsTrailingCommasAndSchema_AreAccepted()
    {
        var file = folder.Write("a.json", """
            {
              "$schema": "ratchet.schema.json",
              // the one that matters
              "labels": { "horizonBars": 12, /* default 24 */ },
            }
            """);

        Assert.Equal(12, ConfigurationLoader.Load([file], NoVariables, []).Value.Labels.HorizonBars);
    }

    [Fact]
    public void Load_FeaturesAsObjects_AreIdentifiers()
    {
        var file = folder.Write("feature_config.json", """{ "features": ["rsi_14@60m", { "name": "rsi", "period": 28, "timeframe": "4h" }, { "name": "macd", "timeframe": "1d" }] }""");

        Assert.Equal(["rsi_14@60m", "rsi_28@4h", "macd@1d"], ConfigurationLoader.Load([file], NoVariables, []).Value.Features.Features);
    }

    [Fact]
    public void Load_NamesInAnotherCase_AreUnderstood() =>
        Assert.Equal(9, ConfigurationLoader.Load([folder.Write("a.json", """{ "Search": { "ETA": 9 } }""")], NoVariables, []).Value.Search.Eta);

    [Theory]
    [InlineData("""{ "search": { "sed": 7 } }""", "'search.sed'", "did you mean 'search.seed'")]
    [InlineData("""{ "serch": { "seed": 7 } }""", "'serch", "did you mean 'search.seed'")]
    [InlineData("""{ "search": 7 }""", "'search'", "is a section")]
    [InlineData("""{ "search": { "eta": "three" } }""", "'search.eta'", "a whole number")]
    [InlineData("""{ "search": { "eta": 2.5 } }""", "'search.eta'", "a whole number")]
    [InlineData("""{ "search": { "seed": -1 } }""", "'search.seed'", "a whole number")]
    [InlineData("""{ "search": { "scope": "All" } }""", "'search.scope'", "Joint, PerModel")]
    [InlineData("""{ "labels": { "profitMultiple": null } }""", "'labels.profitMultiple'", "a number")]
    [InlineData("""{ "trading": { "breakEvenAfterFirstTarget": 1 } }""", "'trading.breakEvenAfterFirstTarget'", "true or false")]
    [InlineData("""{ "trading": { "targetSteps": [0.5, "x"] } }""", "'trading.targetSteps[1]'", "a list of numbers")]
    [InlineData("""{ "features": { "features": null } }""", "'features.features'", "a list of text")]
    [InlineData("""{ "features": { "features": [{ "name": "rsi", "length": 3 }] } }""", "'features.features'", "period in [2, 10000]")]
    [InlineData("""{ "features": { "features": [{ "period": 3 }] } }""", "'features.features'", "'name'")]
    [InlineData("""{ "ensemble": { "entry": { "maxFeatures": "many" } } }""", "'ensemble.entry.maxFeatures'", "sqrt")]
    [InlineData("""{ "ensemble": { "entry": { "maxFeatures": 3 } } }""", "'ensemble.entry.maxFeatures'", "sqrt")]
    [InlineData("""{ "synthetic": { "timeFrame": 60 } }""", "'synthetic.timeFrame'", "15m")]
    [InlineData("""{ "data": { "root": " " } }""", "'data.root'", "name a folder")]
    [InlineData("""{ "search": { "seed": 1, "seed": 2 } }""", "not valid JSON", "seed")]
    [InlineData("""{ "search": """, "not valid JSON", "line 1")]
    [InlineData("""[1, 2]""", "one JSON object", "such as")]
    public void Load_BadFile_NamesTheFileTheSettingAndTheRemedy(string text, string named, string remedy)
    {
        var file = folder.Write("bad.json", text);

        var error = Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Load([file], NoVariables, []));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnknownVariable_IsRefusedByName()
    {
        var variables = new Dictionary<string, string> { ["RATCHET__SEARCH__SEEDS"] = "1" };

        var error = Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Load([], variables, []));

        Assert.Contains("RATCHET__SEARCH__SEEDS", error.Message, StringComparison.Ordinal);
        Assert.Contains("'search.seed'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MissingFile_IsNamed() =>
        Assert.Contains("nowhere.json", Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Load(["nowhere.json"], NoVariables, [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_TextOptions_NeedNoQuotes()
    {
        var loaded = ConfigurationLoader.Load([], NoVariables, [("data.pair", "BTC/USDT", "--pair"), ("trading.targetSteps", "[0.5,1]", "--set")]);

        Assert.Equal("BTC/USDT", loaded.Value.Data.Pair);
        Assert.Equal([0.5, 1], loaded.Value.Trading.TargetSteps);
    }

    private static string SourceOf(LoadedConfiguration loaded, string path) => Assert.Single(loaded.Settings, s => s.Path == path).Source;
}
