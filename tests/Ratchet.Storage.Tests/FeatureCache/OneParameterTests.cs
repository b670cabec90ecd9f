using System.Text;
using Ratchet.Features.OnChain;
using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.FeatureCache;

namespace Ratchet.Storage.Tests.FeatureCache;

/// <summary>
/// What a search computes that changes one parameter at a time: what depends on it and nothing else. <c>RATCHET_CACHE_TABLE</c> names a file to which the
/// steps are written as a table.
/// </summary>
public sealed class OneParameterTests : IDisposable
{
    private static readonly string[] OfTheModel =
        ["regime_prob_bull", "regime_prob_bear", "regime_prob_sideways", "regime_transition_prob", "regime_duration", "regime_entropy"];

    private static readonly BarSeries Bars = SyntheticMarket.Generate(new() { Bars = 1500 }).Bars;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-feature-cache-");
    private readonly StringBuilder table = new("| step | columns | from the cache | computed | which |\n|---|---:|---:|---:|---|\n");
    private RegimeOptions regime = new() { MinimumBars = 160, WindowBars = 500, RefitEveryBars = 1_000_000 };
    private FractionalOptions fractional = new();
    private BarSeries bars = Bars;
    private string[] names = [];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Build_OneParameterAtATime_ComputesExactlyItsDependants()
    {
        names = [.. FeatureSet.All(Catalogue()).Features, "rsi_14@4h", "ema_ratio_9_21@4h"];
        var first = names;
        Step("first time", names);
        Step("nothing changed");
        Step("period of one `rsi`: 14 to 15", Change("rsi_14", "rsi_15"));
        Step("fast length of one `ema_ratio`: 9 to 8", Change("ema_ratio_9_21", "ema_ratio_8_21"));
        Step("fast length of all `macd`: 12 to 8", Change("macd", "macd_8_26_9"), Change("macd_signal", "macd_signal_8_26_9"), Change("macd_hist", "macd_hist_8_26_9"), Change("macd_signal_cross", "macd_signal_cross_8_26_9"));
        Step("period of `adx` alone: 14 to 20", Change("adx_14", "adx_20"));
        Step("time frame of one `rsi`: 4h to 2h", Change("rsi_14@4h", "rsi_14@2h"));
        fractional = fractional with { Order = 0.5 };
        Step("d of fractional differentiation: 0.4 to 0.5", "fractional_diff_price");
        fractional = fractional with { Order = null, CalibrationBars = 1000 };
        Step("d chosen by a test", "fractional_diff_price");
        regime = regime with { Seed = 7 };
        Step("seed of the hidden Markov model", OfTheModel);
        regime = regime with { WindowBars = 600 };
        Step("window of the hidden Markov model", OfTheModel);
        (names, fractional, regime) = (first, new(), regime with { Seed = 0, WindowBars = 500 });
        Step("all back to the first");
        bars = Bars.Slice(new IndexRange(0, Bars.Count - 1));
        Step("one bar less", names);
        if (Environment.GetEnvironmentVariable("RATCHET_CACHE_TABLE") is { Length: > 0 } path)
        {
            File.WriteAllText(path, table.ToString());
        }
    }

    private string Change(string from, string to)
    {
        Assert.Contains(from, names);
        names = [.. names.Select(n => n == from ? to : n)];
        return to;
    }

    private FeatureCatalogue Catalogue() => new(
        [.. TechnicalFeatures.All, .. StatisticalFeatures.Create(fractional), .. RegimeFeatures.Create(regime), .. OnChainFeatures.All], [], FeaturePatterns.All);

    private void Step(string step, params string[] dependants)
    {
        var store = new RecordingStore(new FeatureColumnCache(folder.FullName, 100_000_000, new StoppedClock()));
        var built = FeatureBuilder.Build(bars, new("search", names), Catalogue(), store, 2, TestContext.Current.CancellationToken);
        var computed = names.Where((_, i) => !store.Found[i]).ToArray();
        Assert.Equal(dependants.Order(StringComparer.Ordinal), computed.Order(StringComparer.Ordinal));
        Assert.Equal(new FeatureReuse(names.Length - dependants.Length, dependants.Length, 0), built.Reuse);
        var which = computed.Length == 0 ? "none" : computed.Length == names.Length ? "all" : string.Join(", ", computed.Select(c => $"`{c}`"));
        table.Append($"| {step} | {names.Length} | {built.Reuse.Hits} | {built.Reuse.Misses} | {which} |\n");
    }
}
