using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Markov;

public class HmmSelectionTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(3);

    [Fact]
    public void ByBic_ThreeDrawnStates_FindsThree()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Full), 2500, 19);

        var selection = HmmSelection.ByBic(
            x, 2, [2, 3, 4], [HmmCovariance.Diagonal, HmmCovariance.Full], new HmmOptions { Restarts = 3 }, Key, CancellationToken.None);

        Assert.Equal(6, selection.Table.Count);
        Assert.Equal((3, HmmCovariance.Full), (selection.Best.States, selection.Best.Covariance));
        Assert.Same(selection.Table.MinBy(c => c.BayesianInformation), selection.Best);
        Assert.All(selection.Table, c =>
        {
            Assert.Equal(c.Fit.Model.FreeParameters, c.FreeParameters);
            Assert.Equal(c.Fit.Model.BayesianInformation(x), c.BayesianInformation, 1e-6);
            Assert.Equal(3, c.Fit.Starts.Count);
        });
    }

    [Fact]
    public void ByBic_OneCandidateAlone_EqualsItselfAmongOthers()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 400, 2);
        var alone = HmmSelection.ByBic(x, 2, [3], [HmmCovariance.Diagonal], new HmmOptions(), Key, CancellationToken.None);
        var among = HmmSelection.ByBic(x, 2, [2, 3], [HmmCovariance.Tied, HmmCovariance.Diagonal], new HmmOptions(), Key, CancellationToken.None);

        Assert.Equal(alone.Best.LogLikelihood, among.Table[3].LogLikelihood);
    }

    [Fact]
    public void ByBic_WrongInputs_Throws()
    {
        var x = new double[40];
        Assert.Throws<ArgumentException>(() => HmmSelection.ByBic(x, 1, [], [HmmCovariance.Full], new HmmOptions(), Key, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => HmmSelection.ByBic(x, 1, [2], [], new HmmOptions(), Key, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => HmmSelection.ByBic(x, 1, [7], [HmmCovariance.Full], new HmmOptions(), Key, CancellationToken.None));
    }
}
