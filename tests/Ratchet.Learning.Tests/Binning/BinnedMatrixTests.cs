using Ratchet.Learning.Binning;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;

namespace Ratchet.Learning.Tests.Binning;

public sealed class BinnedMatrixTests
{
    [Fact]
    public void Build_FewDistinctValues_CutsHalfWayBetweenThem()
    {
        var x = Build([3, 1, 1, 2, double.NaN], 255);
        Assert.Equal([1.5f, 2.5f], x.Thresholds(0).ToArray());
        Assert.Equal([2, 0, 0, 1, BinnedMatrix.MissingBin], x.Column(0).ToArray());
        Assert.True(x.HasMissing(0));
    }

    [Fact]
    public void Build_ManyValues_FillsBinsEvenly()
    {
        var x = Build([.. Enumerable.Range(0, 1000).Select(i => (double)i)], 10);
        var sizes = x.Column(0).ToArray().GroupBy(b => b).Select(g => g.Count()).ToArray();
        Assert.Equal(10, sizes.Length);
        Assert.All(sizes, s => Assert.Equal(100, s));
    }

    [Fact]
    public void Build_OneHeavyValue_GivesItABinOfItsOwn()
    {
        var values = Enumerable.Range(0, 1000).Select(i => i < 500 ? 0.0 : i).ToArray();
        var x = Build(values, 8);
        var zero = x.Column(0)[0];
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Equal(values[i] == 0, x.Column(0)[i] == zero));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(255)]
    public void Build_RandomValues_BinIsTheNumberOfThresholdsNotAbove(int maxBins)
    {
        var stream = StreamKey.FromSeed(7).Open();
        double[] values = [.. Enumerable.Range(0, 3000).Select(i => i % 50 == 0 ? double.NaN : i % 7 == 0 ? 0.25 : stream.NextNormal() * Math.Pow(10, stream.NextInt(9) - 4))];
        var x = Build(values, maxBins);
        var thresholds = x.Thresholds(0).ToArray();
        Assert.True(thresholds.Length < maxBins);
        Assert.All(thresholds.Skip(1).Zip(thresholds), pair => Assert.True(pair.First > pair.Second));
        for (var i = 0; i < values.Length; i++)
        {
            var expected = double.IsNaN(values[i]) ? BinnedMatrix.MissingBin : thresholds.Count(t => t <= (float)values[i]);
            Assert.Equal(expected, x.Column(0)[i]);
            Assert.Equal(expected, x.Bins.Encode(0, values[i]));
        }
    }

    [Fact]
    public void Build_RowsOutsideTheEdgeRows_DoNotMoveThresholds()
    {
        var values = Enumerable.Range(0, 600).Select(i => Math.Sin(i)).ToArray();
        var changed = values.Select((v, i) => i < 400 ? v : v * 1000).ToArray();
        var range = new IndexRange(0, 400);
        Assert.Equal(
            BinnedMatrix.Build(["a"], [values], range, new(), 1, CancellationToken.None).Thresholds(0).ToArray(),
            BinnedMatrix.Build(["a"], [changed], range, new(), 1, CancellationToken.None).Thresholds(0).ToArray());
    }

    [Fact]
    public void Build_AnyThreads_GivesTheSame()
    {
        var columns = Enumerable.Range(0, 9).Select(f => (ReadOnlyMemory<double>)Enumerable.Range(0, 700).Select(i => Math.Sin(i * (f + 1))).ToArray()).ToArray();
        var names = Enumerable.Range(0, 9).Select(f => $"f{f}").ToArray();
        var one = BinnedMatrix.Build(names, columns, new(0, 700), new() { MaxBins = 32 }, 1, CancellationToken.None);
        var four = BinnedMatrix.Build(names, columns, new(0, 700), new() { MaxBins = 32 }, 4, CancellationToken.None);
        Assert.True(one.Bins.Matches(four.Bins));
        Assert.All(Enumerable.Range(0, 9), f => Assert.True(one.Column(f).SequenceEqual(four.Column(f))));
    }

    [Fact]
    public void Build_ConstantOrMissingColumn_HasNoThreshold()
    {
        Assert.Equal([0, 0, 0], Build([5, 5, 5], 255).Column(0).ToArray());
        var missing = Build([double.NaN, double.NaN], 255);
        Assert.Empty(missing.Thresholds(0).ToArray());
        Assert.Equal([255, 255], missing.Column(0).ToArray());
    }

    [Fact]
    public void Build_NegativeZero_SharesTheBinOfZero() =>
        Assert.Equal([0, 0, 1], Build([-0.0, 0.0, 1], 255).Column(0).ToArray());

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e300)]
    public void Build_ValueThatIsNotFinite_NamesFeatureAndRow(double bad)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            BinnedMatrix.Build(["fine", "bad"], [new double[] { 1, 2, 3 }, new[] { 1, 2, bad }], new(0, 2), new(), 2, CancellationToken.None));
        Assert.Contains("'bad'", error.Message, StringComparison.Ordinal);
        Assert.Contains("row 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ShapesThatDisagree_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => BinnedMatrix.Build([], [], new(0, 1), new(), 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => BinnedMatrix.Build(["a"], [new double[2], new double[2]], new(0, 1), new(), 1, CancellationToken.None));
        Assert.Contains("'b'", Assert.Throws<ArgumentException>(() =>
            BinnedMatrix.Build(["a", "b"], [new double[2], new double[3]], new(0, 1), new(), 1, CancellationToken.None)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BinnedMatrix.Build(["a"], [new double[2]], new(0, 3), new(), 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => BinnedMatrix.Build(["a"], [new double[2]], new(1, 1), new(), 1, CancellationToken.None));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Validate_MaxBins_HasItsBounds(int maxBins, bool allowed)
    {
        var error = Record.Exception(() => new BinningOptions { MaxBins = maxBins }.Validate());
        Assert.Equal(allowed, error is null);
    }

    [Fact]
    public void Build_CancelledToken_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => BinnedMatrix.Build(["a"], [new double[2]], new(0, 2), new(), 1, source.Token));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(5000)]
    public void Sort_RandomFloats_AgreesWithTheLibrary(int count)
    {
        var stream = StreamKey.FromSeed((ulong)count).Open();
        var values = Enumerable.Range(0, count).Select(_ => (float)(stream.NextNormal() * Math.Pow(10, stream.NextInt(60) - 30))).ToArray();
        var expected = values.Order().ToArray();
        FloatSort.Sort(values, new float[count], CancellationToken.None);
        Assert.Equal(expected, values);
    }

    private static BinnedMatrix Build(double[] values, int maxBins) =>
        BinnedMatrix.Build(["a"], [values], new(0, values.Length), new() { MaxBins = maxBins }, 1, CancellationToken.None);
}
