using FsCheck;
using FsCheck.Fluent;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Boosting;

public sealed class SubtractionGrowerTests
{
    [Fact]
    public void Subtract_AnyRows_IsTheDirectCount() => Prop.ForAll<int, byte>((seed, split) =>
    {
        Compare<PackedGradient>((ulong)seed, split);
        Compare<WideGradient>((ulong)seed, split);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Cells_RoundedNumbers_AddUpExactly() => Prop.ForAll<int[]>(gradients =>
    {
        var packed = default(PackedGradient);
        var wide = default(WideGradient);
        long sum = 0;
        foreach (var gradient in gradients)
        {
            packed += PackedGradient.Of(gradient % 10_000, 3);
            wide += WideGradient.Of(gradient, 3);
            sum += gradient;
        }

        Assert.Equal(gradients.Sum(g => (long)g % 10_000), packed.Gradient);
        Assert.Equal(3.0 * gradients.Length, packed.Hessian);
        Assert.Equal(sum, wide.Gradient);
        Assert.Equal(3.0 * gradients.Length, wide.Hessian);
    }).QuickCheckThrowOnFailure();

    // A forest of one tree without bootstrap that looks at all features has the same rows in its leaves.
    [Theory]
    [InlineData(0)]
    [InlineData(0.15)]
    public void Grow_ForestRule_IsTheForestsTree(double missing)
    {
        var data = Tests.Forests.ForestData.Make(3000, 7, 21, missing);
        var x = data.Bin(255);
        var options = new ForestOptions
        {
            Task = ForestTask.Regression,
            Trees = 1,
            Bootstrap = false,
            MaxFeatures = MaxFeatures.All,
            MaxDepth = 6,
            MinSamplesSplit = 20,
            MinSamplesLeaf = 10,
        };
        var forest = new ForestLearner(options, StreamKey.FromSeed(1)).Learn(x, data.View(data.Numbers), 1, CancellationToken.None);
        var expected = new double[data.RowCount];
        forest.Predict(x, data.AllRows, expected);

        var mean = data.Numbers.Average();
        var blocks = FeatureBlocks.Copy(x, data.AllRows, 1, CancellationToken.None);
        var grower = new SubtractionGrower<UnitMoments, ImpurityRule<UnitMoments, MomentRule<UnitMoments, SquaredDeviation>>>(x, blocks, new(6, 0), 2);
        var total = default(UnitMoments);
        for (var i = 0; i < data.RowCount; i++)
        {
            grower.Rows[i] = i;
            grower.Cells[i] = UnitMoments.Of(data.Numbers[i] - mean, 1);
            total += grower.Cells[i];
        }

        var rule = new ImpurityRule<UnitMoments, MomentRule<UnitMoments, SquaredDeviation>>(new(mean, mean), new(6, 20, 10, 7, 0, 1), data.RowCount, grower.Cells);
        foreach (var leaf in grower.Grow(data.RowCount, total, rule, null, CancellationToken.None).Where(n => n.Node.IsLeaf))
        {
            var rows = grower.Rows[leaf.Start..leaf.End];
            var value = rows.Average(r => data.Numbers[r]);
            Assert.All(rows, r => Assert.Equal(expected[r], value, 1e-9));
        }
    }

    private static void Compare<TCell>(ulong seed, byte split)
        where TCell : unmanaged, IGradientCell<TCell>
    {
        var data = BoostingData.Make(300, 8, seed, 0.1, 40);
        var blocks = FeatureBlocks.Copy(data.Bin(), data.AllRows, 1, CancellationToken.None);
        var cells = data.Numbers.Select(v => TCell.Of(v * 1000, 7)).ToArray();
        var parent = Count(data.AllRows);
        var left = Count([.. data.AllRows.Where(r => r % 256 <= split)]);
        var right = Count([.. data.AllRows.Where(r => r % 256 > split)]);
        BlockHistograms<TCell>.Subtract(parent, left);
        Assert.Equal(right, parent);

        TCell[] Count(int[] rows)
        {
            var result = new TCell[BlockHistograms<TCell>.Cells];
            var few = new TCell[result.Length];
            var own = Array.ConvertAll(rows, r => cells[r]);
            BlockHistograms<TCell>.Fill(ref blocks.First(0), 0xFF, rows, own, result, CancellationToken.None);
            for (var lane = 0; lane < FeatureBlocks.Width; lane++)
            {
                BlockHistograms<TCell>.Fill(ref blocks.First(0), 1 << lane, rows, own, few, CancellationToken.None);
                var part = new Range(lane * BlockHistograms<TCell>.Stride, (lane + 1) * BlockHistograms<TCell>.Stride);
                Assert.Equal(result[part], few[part]);
            }

            return result;
        }
    }
}
