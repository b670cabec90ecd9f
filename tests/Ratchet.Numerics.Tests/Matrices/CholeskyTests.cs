using Ratchet.Numerics.Matrices;

namespace Ratchet.Numerics.Tests.Matrices;

public class CholeskyTests
{
    [Fact]
    public void TryFactor_KnownMatrix_EqualsHandCalculation()
    {
        // Rows 2 | 6 1 | -8 5 3, squared by hand.
        double[] a = [4, 0, 0, 12, 37, 0, -16, -43, 98];
        Assert.True(Cholesky.TryFactor(a, 3));
        Assert.Equal([2, 0, 0, 6, 1, 0, -8, 5, 3], a);
        Assert.Equal(2 * Math.Log(6), Cholesky.LogDeterminant(a, 3), 1e-14);
    }

    [Fact]
    public void Solve_KnownMatrix_RestoresTheVector()
    {
        double[] a = [4, 12, -16, 12, 37, -43, -16, -43, 98];
        double[] b = [4 - 24 - 48, 12 - 74 - 129, -16 + 86 + 294];
        Cholesky.TryFactor(a, 3);
        Cholesky.Solve(a, 3, b);
        Assert.Equal(1, b[0], 1e-9);
        Assert.Equal(-2, b[1], 1e-9);
        Assert.Equal(3, b[2], 1e-9);
    }

    [Fact]
    public void InvertFactor_KnownFactor_GivesIdentity()
    {
        double[] l = [2, 9, 9, 6, 1, 9, -8, 5, 3];
        var inverse = new double[9];
        Cholesky.InvertFactor(l, 3, inverse);
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                var sum = 0.0;
                for (var k = 0; k <= i; k++)
                {
                    sum += l[(3 * i) + k] * inverse[(3 * k) + j];
                }

                Assert.Equal(i == j ? 1 : 0, sum, 1e-14);
            }
        }
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(1, 0, -1)]
    public void TryFactor_NotPositiveDefinite_IsFalse(double a, double b, double c) =>
        Assert.False(Cholesky.TryFactor([a, b, b, c], 2));

    [Fact]
    public void FactorWithFloor_SingularMatrix_RaisesThePivotOnly()
    {
        double[] a = [4, 4, 4, 4];
        Assert.True(Cholesky.FactorWithFloor(a, 2, [0.01, 0.01]));
        Assert.Equal(2, a[0]);
        Assert.Equal(2, a[2]);
        Assert.Equal(0.1, a[3], 1e-15);
    }

    [Fact]
    public void FactorWithFloor_ComfortableMatrix_EqualsTryFactor()
    {
        double[] a = [4, 1, 1, 3];
        double[] b = [4, 1, 1, 3];
        Assert.False(Cholesky.FactorWithFloor(a, 2, [0.01, 0.01]));
        Cholesky.TryFactor(b, 2);
        Assert.Equal(b, a);
    }

    [Fact]
    public void Methods_WrongShapes_Throw()
    {
        Assert.Throws<ArgumentException>(() => Cholesky.TryFactor(new double[3], 2));
        Assert.Throws<ArgumentException>(() => Cholesky.Solve(new double[4], 2, new double[3]));
        Assert.Throws<ArgumentException>(() => Cholesky.FactorWithFloor(new double[4], 2, new double[1]));
    }
}
