using Ratchet.Numerics.Matrices;

namespace Ratchet.Numerics.Tests.Matrices;

public class NearestRowsTests
{
    [Fact]
    public void Offer_AnyOrder_KeepsTheNearestAndThenTheLowest()
    {
        (double Distance, int Row)[] rows = [(4, 9), (1, 5), (1, 2), (7, 0), (4, 3), (0, 8), (4, 1), (double.PositiveInfinity, 6), (double.NaN, 7)];
        for (var rotation = 0; rotation < rows.Length; rotation++)
        {
            var distances = new double[4];
            var found = new int[4];
            var nearest = new NearestRows(distances, found);
            for (var i = 0; i < rows.Length; i++)
            {
                var (distance, row) = rows[(i + rotation) % rows.Length];
                nearest.Offer(distance, row);
            }

            Assert.Equal(4, nearest.Count);
            Assert.Equal([8, 2, 5, 1], found);
            Assert.Equal([0, 1, 1, 4], distances);
            Assert.Equal(4, nearest.Bound);
        }
    }

    [Fact]
    public void Constructor_NoOrUnequalRoom_Throws()
    {
        Assert.Throws<ArgumentException>(() => new NearestRows([], []).Count);
        Assert.Throws<ArgumentException>(() => new NearestRows(new double[2], new int[1]).Count);
    }

    [Fact]
    public void Blocks_AnyPlace_HaveTheDistancesOfThePlainLoop()
    {
        double[] rows = [0, 0, 3, 4, -1, 1, 1e8, 0.1];
        var blocks = new RowBlocks(rows, 2, [3, -1, 0, 1, 2, 0, 0, 0, 1]);
        Assert.Equal(2, blocks.BlockCount);
        double[] point = [1, 0.3];
        var first = blocks.SquaredDistances(0, point);
        Assert.Equal(((1e8 - 1) * (1e8 - 1)) + ((0.1 - 0.3) * (0.1 - 0.3)), first[0]);
        Assert.Equal(double.PositiveInfinity, first[1]);
        Assert.Equal(1 + (0.3 * 0.3), first[2]);
        Assert.Equal((2 * 2) + ((4 - 0.3) * (4 - 0.3)), blocks.SquaredDistances(1, point)[0]);
        blocks.SquaredDistances(0, [9, 9, 1, 0.3, 2, 2, 3, 3], out _, out var second, out _, out _);
        Assert.Equal(first, second);
        Assert.Throws<ArgumentException>(() => blocks.SquaredDistances(2, [1, 0.3]));
        Assert.Throws<ArgumentException>(() => blocks.SquaredDistances(0, [1]));
        Assert.Throws<ArgumentException>(() => new RowBlocks(rows, 2, [4]));
    }
}
