using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Tests.Sets;

/// <summary>Columns of the technical group by name, and their comparison with a plain calculation.</summary>
internal static class TechnicalColumns
{
    private static readonly FeatureCatalogue Catalogue = new(TechnicalFeatures.All);

    public static double[] Of(BarSeries bars, string name) =>
        FeatureBuilder.Build(bars, new("one", [name]), Catalogue, 1, TestContext.Current.CancellationToken).Columns[0];

    /// <summary>Compares a feature, from its warm-up on, with a calculation of each value afresh.</summary>
    public static void AssertPlain(BarSeries bars, string name, Func<int, double> plain, double tolerance = 1e-9)
    {
        var actual = Of(bars, name);
        Assert.True(Catalogue.TryFind(name, out var descriptor));
        for (var i = descriptor.WarmUp(bars.TimeFrame); i < bars.Count; i++)
        {
            var expected = plain(i);
            if (!(Math.Abs(expected - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected))))
            {
                Assert.Fail($"{name} at bar {i}: expected {expected}, was {actual[i]}.");
            }
        }
    }

    /// <summary>The last values of a column, up to and with an index.</summary>
    public static double[] Last(ReadOnlyMemory<double> column, int index, int count) => column[(index - count + 1)..(index + 1)].ToArray();
}
