using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Markov;

public class JumpLearnerTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(31);

    [Fact]
    public void Learn_NoPenalty_EqualsKMeans()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Full), 800, 6);
        var points = KMeans.Standardised(new ObservationColumns(x, 2, CancellationToken.None), CancellationToken.None);
        var centres = KMeans.Seeds(points, 2, 3, Key.Derive(0).Open(), CancellationToken.None);
        var labels = KMeans.Assign(points, 2, centres, 1000, CancellationToken.None);

        var model = JumpLearner.Learn(x, 2, new JumpOptions { Penalty = 0, Restarts = 1, Iterations = 1000 }, Key, CancellationToken.None);

        Assert.Equal(centres, model.Centroids.ToArray());
        Assert.Equal(labels, model.Decode(x).Values.ToArray());
        Assert.Equal(labels, model.Follow(x).Values.ToArray());
    }

    [Fact]
    public void Learn_HugePenalty_StaysInOneState()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Full), 500, 6);
        var fit = JumpLearner.Fit(x, 2, new JumpOptions { Penalty = 1e9 }, Key, CancellationToken.None);

        Assert.Equal(0, Dwells.Switches(fit.Model.Decode(x).Values));

        // One state at the centre: the loss is the variance of the standardised rows, T for each column.
        Assert.Equal(1000, fit.Loss, 1e-6);
    }

    [Fact]
    public void Learn_DrawnRegimes_RecoversThemAndSwitchesLessThanTheHmm()
    {
        var truth = RegimeSample.Truth(HmmCovariance.Diagonal);
        var (x, states) = RegimeSample.Draw(truth, 5000, 11);

        var model = JumpLearner.Learn(x, 2, new JumpOptions { Penalty = 6 }, Key, CancellationToken.None);

        var path = model.Decode(x).Values.ToArray();
        var best = new[] { new[] { 0, 1, 2 }, [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0] }
            .Max(order => path.Zip(states).Count(p => order[p.First] == p.Second));
        Assert.True(best > 4700, $"{best} of 5000 states were recovered");

        var filtered = HmmLearner.Learn(x, 2, new HmmOptions(), Key, CancellationToken.None).Filter(x);
        var likeliest = Enumerable.Range(0, 5000).Select(filtered.Likeliest).ToArray();
        Assert.True(
            Dwells.Switches(model.Follow(x).Values) < Dwells.Switches(likeliest),
            $"{Dwells.Switches(model.Follow(x).Values)} switches online, the filter has {Dwells.Switches(likeliest)}");
    }

    [Fact]
    public void Learn_RisingPenalty_NeverSwitchesMore()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 2000, 5);
        var last = int.MaxValue;
        foreach (var penalty in new[] { 0.0, 1, 5, 20, 200, 1e5 })
        {
            var switches = Dwells.Switches(JumpLearner.Learn(x, 2, new JumpOptions { Penalty = penalty }, Key, CancellationToken.None).Decode(x).Values);
            Assert.True(switches <= last, $"penalty {penalty}: {switches} switches after {last}");
            last = switches;
        }
    }

    [Fact]
    public void Fit_SeveralStarts_KeepsTheLeastLossAndIsRepeatable()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 600, 5);
        var options = new JumpOptions { States = 4, Penalty = 2 };
        var fit = JumpLearner.Fit(x, 2, options, Key, CancellationToken.None);

        Assert.Equal(5, fit.Starts.Count);
        Assert.Equal(fit.Starts.Min(s => s.Loss), fit.Loss);
        Assert.Equal(fit.Model.Loss(x, fit.Model.Decode(x).Values), fit.Loss, 1e-9);
        Assert.Equal(fit.Model.Centroids.ToArray(), JumpLearner.Learn(x, 2, options, Key, CancellationToken.None).Centroids.ToArray());
    }

    [Fact]
    public void Learn_OtherUnits_FindsTheSameStates()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 600, 5);
        var scaled = x.Select((v, i) => i % 2 == 0 ? (v * 1024) + 512 : v / 1024).ToArray();
        var options = new JumpOptions { Penalty = 4 };
        Assert.Equal(
            JumpLearner.Learn(x, 2, options, Key, CancellationToken.None).Follow(x).Values.ToArray(),
            JumpLearner.Learn(scaled, 2, options, Key, CancellationToken.None).Follow(scaled).Values.ToArray());
    }

    [Fact]
    public void Learn_ConstantRows_IsFinite()
    {
        var model = JumpLearner.Learn(new double[40], 2, new JumpOptions(), Key, CancellationToken.None);
        Assert.Equal(0, Dwells.Switches(model.Follow(new double[40]).Values));
    }

    [Fact]
    public void Learn_WrongInputs_Throws()
    {
        Assert.Throws<ArgumentException>(() => JumpLearner.Learn(new double[5], 1, new JumpOptions(), Key, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => JumpLearner.Learn(new double[101], 2, new JumpOptions(), Key, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => JumpLearner.Learn([1, 2, double.NaN, 4, 5, 6, 7], 1, new JumpOptions(), Key, CancellationToken.None));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => JumpLearner.Learn(new double[100], 1, new JumpOptions(), Key, source.Token));
    }

    [Fact]
    public void Validate_EveryField_KeepsToItsRange()
    {
        Check(new JumpOptions { States = 1 }, false, "States");
        Check(new JumpOptions { States = 2 }, true, "States");
        Check(new JumpOptions { States = 6 }, true, "States");
        Check(new JumpOptions { States = 7 }, false, "States");
        Check(new JumpOptions { Penalty = -1e-9 }, false, "Penalty");
        Check(new JumpOptions { Penalty = double.PositiveInfinity }, false, "Penalty");
        Check(new JumpOptions { Penalty = 0 }, true, "Penalty");
        Check(new JumpOptions { Restarts = 0 }, false, "Restarts");
        Check(new JumpOptions { Restarts = 100 }, true, "Restarts");
        Check(new JumpOptions { Restarts = 101 }, false, "Restarts");
        Check(new JumpOptions { Iterations = 0 }, false, "Iterations");
        Check(new JumpOptions { Iterations = 1000 }, true, "Iterations");
        Check(new JumpOptions { Iterations = 1001 }, false, "Iterations");
    }

    private static void Check(JumpOptions options, bool valid, string name)
    {
        if (valid)
        {
            options.Validate();
            return;
        }

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(options.Validate).ParamName);
    }
}
