using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Features.Tests.Sets;

public sealed class FeatureReuseTests
{
    private static readonly BarSeries Bars = RandomBars.Create(900, 71, TimeFrame.Hour1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Build_WholeCatalogueTwice_IsReadTheSecondTimeBitForBit(int threads)
    {
        var store = new MemoryColumnStore();
        var catalogue = WholeCatalogue.Create();
        var set = new FeatureSet("x", [.. FeatureSet.All(catalogue).Features, "rsi_28@4h", "macd_hist@4h"]);
        var plain = FeatureBuilder.Build(Bars, set, catalogue, threads, Token);
        var first = FeatureBuilder.Build(Bars, set, catalogue, store, threads, Token);
        var second = FeatureBuilder.Build(Bars, set, WholeCatalogue.Create(), store, threads, Token);
        Assert.Equal(new FeatureReuse(0, 0, 81), plain.Reuse);
        Assert.Equal(new FeatureReuse(0, 81, 0), first.Reuse);
        Assert.Equal(new FeatureReuse(81, 0, 0), second.Reuse);
        for (var c = 0; c < 81; c++)
        {
            Assert.Equal(plain.Columns[c].Select(BitConverter.DoubleToInt64Bits), second.Columns[c].Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void Build_OneParameterChanged_ComputesOnlyWhatDependsOnIt()
    {
        var store = new MemoryColumnStore();
        var catalogue = WholeCatalogue.Create();
        Assert.Equal(new(0, 4, 0), Reuse(["rsi_14", "zscore_50", "macd", "rsi_14@4h"], catalogue));
        Assert.Equal(new(3, 1, 0), Reuse(["rsi_15", "zscore_50", "macd", "rsi_14@4h"], catalogue));
        Assert.Equal(new(3, 1, 0), Reuse(["rsi_14", "zscore_50", "macd", "rsi_14@2h"], catalogue));

        // Another output of a family that was computed: not kept, since nobody had asked for it.
        Assert.Equal(new(1, 1, 0), Reuse(["macd", "macd_hist"], catalogue));

        // Settings that are in no name: the six of the hidden Markov model depend on them, its two neighbours do not.
        string[] regimes = ["regime_prob_bull", "regime_duration", "volatility_regime", "trend_regime"];
        Assert.Equal(new(0, 4, 0), Reuse(regimes, catalogue));
        Assert.Equal(new(2, 2, 0), Reuse(regimes, WholeCatalogue.Create(WholeCatalogue.Regime with { Seed = 2 })));
        Assert.Equal(new(4, 0, 0), Reuse(regimes, catalogue));

        // Other bars.
        Assert.Equal(new(0, 1, 0), FeatureBuilder.Build(Bars.Slice(new IndexRange(0, 899)), new("x", ["rsi_14"]), catalogue, store, 1, Token).Reuse);

        FeatureReuse Reuse(string[] names, FeatureCatalogue from) => FeatureBuilder.Build(Bars, new("x", names), from, store, 1, Token).Reuse;
    }

    [Fact]
    public void Build_FamiliesOfTheUser_AreStoredOnlyWithADefinition()
    {
        var store = new MemoryColumnStore();
        var set = new FeatureSet("x", ["change", "rsi_14"]);
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(new(run, 1 - run, 1), FeatureBuilder.Build(Bars, set, WholeCatalogue.Create(added: [new ChangeFamily()]), store, 1, Token).Reuse);
        }

        Assert.Equal(new(1, 1, 0), Versioned("1"));
        Assert.Equal(new(2, 0, 0), Versioned("1"));
        Assert.Equal(new(1, 1, 0), Versioned("2"));

        FeatureReuse Versioned(string definition) =>
            FeatureBuilder.Build(Bars, set, WholeCatalogue.Create(added: [new VersionedFamily(definition)]), store, 1, Token).Reuse;
    }

    [Fact]
    public void Build_PatternsOfTheUser_AreStoredOnlyWithADefinitionAndUnderTheirOwnCode()
    {
        var store = new MemoryColumnStore();
        Assert.Equal(new(0, 0, 1), Reuse(v => new ChangeFamily($"own_{v[0]}", $"other_{v[0]}")));
        Assert.Equal(new(0, 0, 1), Reuse(v => new ChangeFamily($"own_{v[0]}", $"other_{v[0]}")));
        Assert.Equal(new(0, 1, 0), Reuse(v => new VersionedFamily("1", $"own_{v[0]}")));
        Assert.Equal(new(1, 0, 0), Reuse(v => new VersionedFamily("1", $"own_{v[0]}")));
        Assert.Equal(new(0, 1, 0), Reuse(v => new VersionedFamily("2", $"own_{v[0]}")));

        FeatureReuse Reuse(Func<int[], IFeatureFamily> make)
        {
            var catalogue = new FeatureCatalogue([], [], [new("own", [new("n", 1, 9)], make)]);
            return FeatureBuilder.Build(Bars, new("x", ["own_3"]), catalogue, store, 1, Token).Reuse;
        }
    }

    // The product's family, but the user's code says with which parameter: another meaning of one name.
    [Fact]
    public void Identities_OfUserAndProduct_NameWhoseCodeItIs()
    {
        var own = typeof(FeatureReuseTests).Module.ModuleVersionId.ToString("N");
        FeaturePattern[] patterns = [.. FeaturePatterns.All, new("own", [new("n", 1, 9)], v => new VersionedFamily("7", $"own_{v[0]}"))];
        var catalogue = new FeatureCatalogue(WholeCatalogue.BuiltIn(WholeCatalogue.Regime), [new ChangeFamily()], patterns);
        var set = new FeatureSet("x", ["rsi_14", "rsi_28@4h", "regime_prob_bull", "change", "own_3", "share@4h"]);
        var identities = FeatureBuilder.Build(Bars, set, catalogue, 1, Token).Identities;
        Assert.Equal(["ratchet", "ratchet", $"ratchet {WholeCatalogue.Regime}"], identities.Take(3));
        Assert.Equal($"{typeof(ChangeFamily).FullName} {own}", identities[3]);
        Assert.Equal($"{typeof(VersionedFamily).FullName} {own} 7", identities[4]);
        Assert.Equal(identities[3], identities[5]);
        Assert.Equal(identities, new FeatureStreamSet(set, catalogue, TimeFrame.Hour1).Identities);

        var product = WholeCatalogue.Families("rsi_28")[0];
        var borrowed = new FeatureCatalogue([], [], [new("rsi", [new("n", 1, 99)], v => v[0] == 28 ? product : throw new InvalidOperationException())]);
        Assert.Contains(own, FeatureBuilder.Build(Bars, new("x", ["rsi_28"]), borrowed, 1, Token).Identities[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ModelGiven_IsNeverStored()
    {
        var model = FittedRegimes.Fit(Bars, WholeCatalogue.Regime);
        var catalogue = new FeatureCatalogue(RegimeFeatures.Create(WholeCatalogue.Regime, model), [], []);
        Assert.Equal(new(0, 1, 1), FeatureBuilder.Build(Bars, new("x", ["regime_entropy", "trend_regime"]), catalogue, new MemoryColumnStore(), 1, Token).Reuse);
    }

    [Fact]
    public void Compute_Key_DependsOnEachPart()
    {
        var keys = new[]
        {
            FeatureColumnKey.Compute("a", "b", "c"), FeatureColumnKey.Compute("x", "b", "c"), FeatureColumnKey.Compute("a", "x", "c"), FeatureColumnKey.Compute("a", "b", "x"),
        };
        Assert.Equal(4, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, k => Assert.Equal(64, k.Length));
        Assert.Equal(keys[0], FeatureColumnKey.Compute("a", "b", "c"));
    }

    private sealed class VersionedFamily(string definition, string name = "change") : IVersionedFamily
    {
        private readonly ChangeFamily inner = new(name);

        public string Definition => definition;

        public IReadOnlyList<FeatureDescriptor> Features => inner.Features;

        public void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken) => inner.Compute(bars, outputs, cancellationToken);

        public IFeatureStream CreateStream(TimeFrame timeFrame) => inner.CreateStream(timeFrame);
    }
}
