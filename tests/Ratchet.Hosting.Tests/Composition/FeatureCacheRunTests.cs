using Ratchet.Features.Sets;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Reporting.Results;

namespace Ratchet.Hosting.Tests.Composition;

public sealed class FeatureCacheRunTests : IDisposable
{
    private static readonly Dictionary<string, string> NoVariables = [];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void RunDefaults_CachedAndNot_GivesTheSameBytes()
    {
        var without = Run("rsi_14", clock: null);
        var first = Run("rsi_14", TimeProvider.System);
        var second = Run("rsi_14", TimeProvider.System);
        Assert.Equal(new FeatureReuse(0, 0, 4), without.Reuse);
        Assert.Equal(new FeatureReuse(0, 4, 0), first.Reuse);
        Assert.Equal(new FeatureReuse(4, 0, 0), second.Reuse);
        Assert.Equal(without.Text, first.Text);
        Assert.Equal(without.Text, second.Text);
        Assert.Equal(without.Hash, second.Hash);

        // One parameter changed: one column computed.
        Assert.Equal(new FeatureReuse(3, 1, 0), Run("rsi_28@4h", TimeProvider.System).Reuse);
        Assert.Equal(new FeatureReuse(0, 0, 4), Run("rsi_14", TimeProvider.System, ("data.featureCache", "false")).Reuse);
    }

    [Fact]
    public void Hash_WhereTheCacheLies_IsNoPartOfIt()
    {
        var plain = ConfigurationMapping.Hash(Load());
        Assert.Equal(plain, ConfigurationMapping.Hash(Load(("data.featureCache", "false"), ("data.featureCacheMegabytes", "7"))));
        Assert.NotEqual(plain, ConfigurationMapping.Hash(Load(("features.fractional.order", "0.5"))));
        Assert.NotEqual(plain, ConfigurationMapping.Hash(Load(("features.fractional.order", "null"))));
    }

    private (FeatureReuse Reuse, string Text, string Hash) Run(string feature, TimeProvider? clock, params (string Path, string Text)[] more)
    {
        var configuration = Load([("features.features", $"[\"{feature}\", \"ret_5\", \"zscore_50\", \"adx_28\"]"), .. more]);
        var result = new BacktestRun(configuration, [], clock).RunDefaults(MarketInputs.Open(configuration), TestContext.Current.CancellationToken);
        Assert.Empty(result.Dataset.Features.StoreRemarks);
        return (result.Dataset.Features.Reuse, BacktestRecord.Render(true, result), result.Dataset.ContentHash);
    }

    private RatchetConfiguration Load(params (string Path, string Text)[] more)
    {
        string[] roles = ["entry", "exit", "profit", "position"];
        (string Path, string Text, string Option)[] options =
        [
            ("data.root", folder.Path, "--root"), ("synthetic.bars", "3500", "--set"), ("search.randomEntryDraws", "20", "--set"),
            ("validation.minimumTrainingSamples", "300", "--set"), ("validation.walkForwardWindows", "4", "--set"), ("validation.burnInRows", "100", "--set"),
            .. roles.Select(r => ($"ensemble.{r}.trees", "5", "--set")),
            .. more.Select(m => (m.Path, m.Text, "--set")),
        ];
        return ConfigurationLoader.Load([], NoVariables, options).Value;
    }
}
