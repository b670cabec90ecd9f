using System.Runtime.Intrinsics;
using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Markov;

public class FourLaneRecursionTests
{
    [Fact]
    public void Exponential_WholeRange_AgreesWithTheLibrary()
    {
        for (var i = 0; i <= 70_800; i++)
        {
            var x = -i / 100.0;
            var expected = Math.Exp(x);
            Assert.Equal(expected, VectorExponential.OfNonPositive(Vector256.Create(x)).ToScalar(), expected * 5e-16);
        }

        Assert.Equal(1, VectorExponential.OfNonPositive(Vector256<double>.Zero).ToScalar());
        Assert.Equal(0, VectorExponential.OfNonPositive(Vector256.Create(-708.1)).ToScalar());
        Assert.Equal(0, VectorExponential.OfNonPositive(Vector256.Create(double.NegativeInfinity)).ToScalar());
        Assert.True(double.IsNaN(VectorExponential.OfNonPositive(Vector256.Create(double.NaN)).ToScalar()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_AnyStates_EqualsThePlainRecursions(int states)
    {
        var random = StreamKey.FromSeed(4).Derive(states).Open();
        var x = Enumerable.Range(0, 2 * 1003).Select(_ => random.NextNormal()).ToArray();
        Compare(Model(states, random, 1), x, [1, 2, 600, 400]);
    }

    [Fact]
    public void Run_OutliersAndClosedStates_EqualsThePlainRecursions()
    {
        // The far rows need logarithms; state 1 cannot be entered; one row is beyond all of them.
        var x = new double[] { 0, 0, 60, 60, 0, 1, 900, -900, 0, 0, 1e150, 0, 0.5, 0.5 };
        var model = new HmmModel(HmmCovariance.Spherical, 2, [1, 0], [1, 0, 0.5, 0.5], [0, 0, 60, 60], [1, 1]);
        Compare(model, x[..10], [5]);
        Compare(model, x, [7]);
        var narrow = new HmmModel(HmmCovariance.Spherical, 2, [0.5, 0.5], [1 - 1e-200, 1e-200, 1e-200, 1 - 1e-200], [0, 0, 60, 60], [1, 1]);
        Compare(narrow, x[..10], [5]);
    }

    private static void Compare(HmmModel model, double[] x, int[] lengths)
    {
        var columns = new ObservationColumns(x, 2, CancellationToken.None);
        var wide = new ExpectationStep(columns, lengths, model.States);
        var plain = new ExpectationStep(columns, lengths, model.States, plain: true);
        for (var run = 0; run < 2; run++)
        {
            var expected = plain.Run(model, CancellationToken.None);
            var actual = wide.Run(model, CancellationToken.None);
            Assert.True(expected == actual || Math.Abs(expected - actual) <= 1e-12 * Math.Abs(expected), $"{expected:R} {actual:R}");
        }

        Near(plain.Posteriors, wide.Posteriors);
        Near(plain.Transitions, wide.Transitions);
        Near(plain.Starts, wide.Starts);
    }

    private static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-11 * Math.Max(1, Math.Abs(expected[i])));
        }
    }

    private static HmmModel Model(int states, RandomStream random, double spread)
    {
        double[] Distribution()
        {
            var p = Enumerable.Range(0, states).Select(_ => 0.05 + random.NextDouble()).ToArray();
            return [.. p.Select(v => v / p.Sum())];
        }

        return new HmmModel(
            HmmCovariance.Diagonal,
            2,
            Distribution(),
            [.. Enumerable.Range(0, states).SelectMany(_ => Distribution())],
            [.. Enumerable.Range(0, 2 * states).Select(_ => random.NextNormal())],
            [.. Enumerable.Range(0, 2 * states).Select(_ => spread * (0.2 + random.NextDouble()))]);
    }
}
