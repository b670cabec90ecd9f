using System.Text.Json;
using Ratchet.Features.Labels;
using Ratchet.Testing;

namespace Ratchet.Features.Tests.Labels;

/// <summary>Held against mlfinpy 0.1.2.</summary>
public sealed class TripleBarrierGoldenTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Compute_GoldenCase_Agrees(int index)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("golden/triple_barrier.json")));
        var golden = document.RootElement.GetProperty("cases")[index];
        var parameters = golden.GetProperty("params");
        var close = Numbers(golden, "close");
        var span = parameters.GetProperty("vol_ewm_span").GetInt32();
        var volatility = EwmVolatility.Compute(close, span);
        AssertClose(Numbers(golden, "vol"), volatility, 1e-9);
        var all = CusumFilter.Events(close, parameters.GetProperty("cusum_threshold").GetDouble());
        Assert.Equal(Integers(golden, "cusum_events_all"), all);

        var vertical = parameters.GetProperty("vertical_bars").GetInt32();
        var least = parameters.GetProperty("min_ret").GetDouble();
        int[] events = [.. all.Where(e => e >= span && e + vertical < close.Length && volatility[e] > least)];
        Assert.Equal(Integers(golden, "events"), events);
        double[] targets = [.. events.Select(e => volatility[e])];
        AssertClose(Numbers(golden, "target"), targets, 1e-9);

        var sides = golden.GetProperty("side").ValueKind == JsonValueKind.Array ? Numbers(golden, "side") : [];
        var labels = TripleBarrier.Compute(
            close, events, targets, sides, parameters.GetProperty("pt").GetDouble(), parameters.GetProperty("sl").GetDouble(), vertical);
        Assert.Equal(Integers(golden, "t1"), labels.End);
        Assert.Equal(
            [.. golden.GetProperty("first_barrier").EnumerateArray().Select(b => b.GetString())],
            labels.Barrier.Select(b => b switch { FirstBarrier.Profit => "pt", FirstBarrier.Stop => "sl", _ => "vertical" }));
        AssertClose(Numbers(golden, "ret_simple"), labels.Return, 1e-10);
        Assert.Equal(Integers(golden, "bin_mlfinpy"), labels.LogReturnLabel);
        Assert.Equal(Integers(golden, "bin_afml_sign"), labels.SignLabel);
        for (var i = 0; i < sides.Length; i++)
        {
            Assert.Equal(sides[i] * labels.Return[i], labels.SideReturn[i]);
        }

        Assert.Equal(Integers(golden, "concurrency"), LabelWeights.Concurrency(close.Length, events, labels.End));
        var uniqueness = LabelWeights.AverageUniqueness(close.Length, events, labels.End);
        AssertClose(Numbers(golden, "avg_uniqueness"), uniqueness, 1e-10);
        AssertClose(Numbers(golden, "weights_by_return"), LabelWeights.ByReturn(close, events, labels.End), 1e-9);
        var decay = parameters.GetProperty("time_decay").GetDouble();
        AssertClose(Numbers(golden, "weights_time_decay_0.5"), LabelWeights.TimeDecay(uniqueness, decay), 1e-10);
    }

    [Fact]
    public void Compute_ShortSide_MirrorsBarriers()
    {
        double[] close = [100, 98.1, 97, 103, 100];
        var labels = TripleBarrier.Compute(close, [0], [0.02], [-1], 1, 2, 4);
        Assert.Equal(2, labels.End[0]);
        Assert.Equal(FirstBarrier.Profit, labels.Barrier[0]);
        Assert.Equal(0.03, labels.SideReturn[0], 1e-12);
        Assert.Equal(1, labels.SignLabel[0]);
        Assert.Equal(1, labels.BarrierLabel[0]);
    }

    [Fact]
    public void Compute_EventTooLate_Throws() =>
        Assert.Throws<ArgumentException>(() => TripleBarrier.Compute([1, 2, 3], [1], [0.1], [], 1, 1, 2));

    private static double[] Numbers(JsonElement golden, string name) =>
        [.. golden.GetProperty(name).EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];

    private static int[] Integers(JsonElement golden, string name) => [.. golden.GetProperty(name).EnumerateArray().Select(v => (int)v.GetDouble())];

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(double.IsNaN(expected[i]), double.IsNaN(actual[i]));
            Assert.False(Math.Abs(expected[i] - actual[i]) > tolerance * Math.Max(1e-3, Math.Abs(expected[i])), $"{i}: {expected[i]} {actual[i]}");
        }
    }
}
