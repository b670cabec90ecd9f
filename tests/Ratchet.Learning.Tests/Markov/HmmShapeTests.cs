using Ratchet.Learning.Markov;

namespace Ratchet.Learning.Tests.Markov;

public class HmmShapeTests
{
    private static readonly double[] Start = [0.2, 0.5, 0.3];
    private static readonly double[] Chain = [0.9, 0.05, 0.05, 0.1, 0.8, 0.1, 0.2, 0.1, 0.7];
    private static readonly double[] Means = [1, 0.5, -1, 2, 0, -1];

    [Fact]
    public void Spherical_EqualsDiagonalWithEqualVariances_BitForBit()
    {
        var spherical = new HmmModel(HmmCovariance.Spherical, 2, Start, Chain, Means, [0.3, 0.7, 1.1]);
        var diagonal = new HmmModel(HmmCovariance.Diagonal, 2, Start, Chain, Means, [0.3, 0.3, 0.7, 0.7, 1.1, 1.1]);
        Same(spherical, diagonal);
    }

    [Fact]
    public void Tied_EqualsFullWithEqualMatrices_BitForBit()
    {
        double[] c = [0.5, -0.2, -0.2, 0.4];
        var tied = new HmmModel(HmmCovariance.Tied, 2, Start, Chain, Means, c);
        var full = new HmmModel(HmmCovariance.Full, 2, Start, Chain, Means, [.. c, .. c, .. c]);
        Same(tied, full);
        Same(tied.Reorder([2, 0, 1]), full.Reorder([2, 0, 1]));
    }

    [Theory]
    [InlineData(HmmCovariance.Diagonal, 2 + 6 + 6 + 6)]
    [InlineData(HmmCovariance.Full, 2 + 6 + 6 + 9)]
    [InlineData(HmmCovariance.Spherical, 2 + 6 + 6 + 3)]
    [InlineData(HmmCovariance.Tied, 2 + 6 + 6 + 3)]
    public void FreeParameters_ThreeStatesTwoDimensions_AreCounted(HmmCovariance shape, int expected) => Assert.Equal(expected, Model(shape).FreeParameters);

    [Theory]
    [InlineData(HmmCovariance.Diagonal, new[] { 0.5, 0, 0, 0.6 })]
    [InlineData(HmmCovariance.Full, new[] { 0.5, 0.1, 0.1, 0.6 })]
    [InlineData(HmmCovariance.Spherical, new[] { 0.5, 0, 0, 0.5 })]
    [InlineData(HmmCovariance.Tied, new[] { 0.3, 0.1, 0.1, 0.4 })]
    public void CopyCovariance_EveryShape_IsTheWholeMatrix(HmmCovariance shape, double[] expected)
    {
        var matrix = new double[4];
        Model(shape).CopyCovariance(1, matrix);
        Assert.Equal(expected, matrix);
        Assert.Throws<ArgumentOutOfRangeException>(() => Model(shape).CopyCovariance(3, new double[4]));
        Assert.Throws<ArgumentException>(() => Model(shape).CopyCovariance(0, new double[3]));
    }

    [Fact]
    public void Constructor_WrongNumberOfVariances_Throws()
    {
        Assert.Throws<ArgumentException>(() => new HmmModel(HmmCovariance.Spherical, 2, Start, Chain, Means, [1, 1, 1, 1, 1, 1]));
        Assert.Throws<ArgumentException>(() => new HmmModel(HmmCovariance.Spherical, 2, Start, Chain, Means, [1, 0, 1]));
        Assert.Throws<ArgumentException>(() => new HmmModel(HmmCovariance.Tied, 2, Start, Chain, Means, [1, 2, 2, 1]));
        Assert.Throws<ArgumentException>(() => new HmmModel(HmmCovariance.Tied, 2, Start, Chain, Means, [1, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HmmModel((HmmCovariance)7, 2, Start, Chain, Means, [1, 1, 1]));
    }

    [Theory]
    [InlineData(typeof(FilteredProbabilities))]
    [InlineData(typeof(SmoothedProbabilities))]
    [InlineData(typeof(ViterbiStates))]
    [InlineData(typeof(OnlineJumpStates))]
    [InlineData(typeof(DecodedJumpStates))]
    public void Results_OfDifferentKnowledge_CannotBeConfused(Type type)
    {
        Assert.True(type.IsSealed);
        Assert.Equal(typeof(object), type.BaseType);
        Assert.Empty(type.GetInterfaces());
        Assert.Empty(type.GetConstructors());
        Assert.DoesNotContain(type.GetMethods(), m => m.Name is "op_Implicit" or "op_Explicit");
    }

    private static HmmModel Model(HmmCovariance shape) => new(shape, 2, Start, Chain, Means, shape switch
    {
        HmmCovariance.Diagonal => [0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
        HmmCovariance.Spherical => [0.3, 0.5, 0.7],
        HmmCovariance.Tied => [0.3, 0.1, 0.1, 0.4],
        _ => [0.3, 0.1, 0.1, 0.4, 0.5, 0.1, 0.1, 0.6, 0.7, 0.1, 0.1, 0.8],
    });

    private static void Same(HmmModel left, HmmModel right)
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Full), 203, 5);
        Assert.Equal(right.LogLikelihood(x), left.LogLikelihood(x));
        Assert.Equal(right.Filter(x).Values.ToArray(), left.Filter(x).Values.ToArray());
        Assert.Equal(right.Smooth(x).Values.ToArray(), left.Smooth(x).Values.ToArray());
        Assert.Equal(right.Viterbi(x).Values.ToArray(), left.Viterbi(x).Values.ToArray());
    }
}
