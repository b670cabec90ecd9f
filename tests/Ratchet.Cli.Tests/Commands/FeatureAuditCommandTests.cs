using System.Text.Json.Nodes;
using OwnFeature;
using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Tests.Commands;

public sealed class FeatureAuditCommandTests : IDisposable
{
    private static readonly string[] Audit = ["features", "audit", "--set", "synthetic.bars=1500", "--cuts", "3"];

    private readonly CommandLine line = new() { Families = [new BuyingPressureFamily(20), new TomorrowFamily()] };

    public void Dispose() => line.Dispose();

    [Fact]
    public void Audit_HonestFeatures_IsCleanAndSaysHowManyBars()
    {
        var result = line.Run([.. Audit, "--json", "--set", "features.features=[\"rsi_14\",\"buying_pressure_20\",\"multi_tf_consensus\"]"]);

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.True(result.Json["clean"]!.GetValue<bool>());
        Assert.Equal((1500, 3), (result.Json["bars"]!.GetValue<int>(), result.Json["cuts"]!.AsArray().Count));
        Assert.Equal(["rsi_14", "buying_pressure_20", "multi_tf_consensus"], result.Json["features"]!.AsArray().Select(Name));
        Assert.Contains("SYNTHETIC DATA", result.Json["series"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_OwnFeatureThatLooksAhead_IsNamedAndRefused()
    {
        var result = line.Run([.. Audit, "--set", "features.features=[\"rsi_14\",\"tomorrow\"]"]);

        Assert.Equal(3, result.Exit);
        Assert.StartsWith("error: tomorrow: looks ahead", result.Error, StringComparison.Ordinal);
        Assert.Contains("tomorrow at bar", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("rsi_14 at bar", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("100001")]
    [InlineData("many")]
    public void Audit_CutsOutOfRange_IsAUsageError(string cuts)
    {
        var result = line.Run("features", "audit", "--cuts", cuts);

        Assert.Equal(2, result.Exit);
        Assert.Contains("from 1 to 100000", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void List_OwnFeatures_AreListed() =>
        Assert.Contains(line.Run("features", "list", "--json").Json.AsArray(), f => Name(f) == "buying_pressure_20");

    private static string Name(JsonNode? feature) => feature!["name"]!.GetValue<string>();

    private sealed class TomorrowFamily : IFeatureFamily
    {
        public IReadOnlyList<FeatureDescriptor> Features { get; } = [new("tomorrow", FeatureGroup.Technical, "The next close.", static _ => 0)];

        public void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken)
        {
            for (var i = 0; i < bars.Count; i++)
            {
                outputs[0][i] = bars.Close[Math.Min(i + 1, bars.Count - 1)];
            }
        }

        public IFeatureStream CreateStream(TimeFrame timeFrame) => new Today();

        private sealed class Today : IFeatureStream
        {
            public void Update(in Bar bar, Span<double> outputs) => outputs[0] = bar.Close;

            public void Reset()
            {
            }
        }
    }
}
