using Ratchet.Learning.Markov;

namespace Ratchet.Learning.Tests.Markov;

public class PersistenceReportTests
{
    // Two states so far apart that filter and path follow the sign of the row.
    private static readonly HmmModel Clear = new(HmmCovariance.Diagonal, 1, [0.5, 0.5], [0.8, 0.2, 0.1, 0.9], [-10, 10], [1, 1]);

    [Fact]
    public void Of_ClearStates_EqualsTheHandCount()
    {
        // States 0 0 1 1 1 0 | 1 1 0 0 0 1: the last six are measured.
        double[] x = [-10, -10, 10, 10, 10, -10, 10, 10, -10, -10, -10, 10];
        int[] truth = [0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1];

        var report = PersistenceReport.Of(Clear, x, 6, truth);

        Assert.Equal(6, report.Rows);
        var (low, high) = (report.States[0], report.States[1]);
        Assert.Equal((0.8, 0.9), (low.SelfTransition, high.SelfTransition));
        Assert.Equal(5, low.ExpectedDuration, 1e-12);
        Assert.Equal(10, high.ExpectedDuration, 1e-12);
        Assert.Equal(0.5, low.Occupancy, 1e-9);
        Assert.Equal((1, 3.0, 3.0), (low.Spells, low.MeanDwell, low.MedianDwell));
        Assert.Equal((2, 1.5, 1.5), (high.Spells, high.MeanDwell, high.MedianDwell));

        // Forecasts equal the state before: 1 1 0 0 0 against 1 0 0 0 1.
        Assert.Equal(0.6, report.NextStateAccuracy, 1e-12);
        Assert.Equal(0.6, report.StayAccuracy, 1e-12);
        Assert.Equal(0.6, report.NextViterbiAccuracy, 1e-12);
        Assert.Equal(0.6, report.StayViterbiAccuracy, 1e-12);

        // Truth 1 1 0 0 1 1 against 1 1 0 0 0 1.
        Assert.Equal(5.0 / 6, report.Accuracy, 1e-12);
        Assert.Equal(1, low.Recall);
        Assert.Equal(0.75, high.Recall);
    }

    [Fact]
    public void Of_StateThatIsLeftAtOnce_IsForecastBetterThanStaying()
    {
        // State 0 lasts one row: the forecast after it is 1, while staying is wrong every time.
        var model = new HmmModel(HmmCovariance.Diagonal, 1, [0.5, 0.5], [0.1, 0.9, 0.2, 0.8], [-10, 10], [1, 1]);
        var report = PersistenceReport.Of(model, [10, -10, 10, 10, -10, 10], 0);

        // Forecasts 1 1 1 1 1 against 0 1 1 0 1.
        Assert.Equal(0.6, report.NextStateAccuracy, 1e-12);
        Assert.Equal(0.2, report.StayAccuracy, 1e-12);
        Assert.True(double.IsNaN(report.Accuracy));
        Assert.True(double.IsNaN(report.States[0].Recall));
    }

    [Fact]
    public void Of_EdgeCases_AreDefined()
    {
        var report = PersistenceReport.Of(Clear, [10, 10], 1);
        Assert.Equal(1, report.Rows);
        Assert.True(double.IsNaN(report.NextStateAccuracy));
        Assert.True(double.IsNaN(report.StayViterbiAccuracy));
        Assert.Equal(0, report.States[0].Spells);
        Assert.True(double.IsNaN(report.States[0].MeanDwell));
        Assert.Throws<ArgumentOutOfRangeException>(() => PersistenceReport.Of(Clear, [10, 10], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => PersistenceReport.Of(Clear, [10, 10], -1));
        Assert.Throws<ArgumentException>(() => PersistenceReport.Of(Clear, [10, 10], 0, [1]));
    }

    [Fact]
    public void Of_DrawnRegimes_MeetsTheTruth()
    {
        var model = RegimeSample.Truth(HmmCovariance.Full);
        var (x, states) = RegimeSample.Draw(model, 20_000, 4);
        var report = PersistenceReport.Of(model, x, 5000, states);

        Assert.True(report.Accuracy > 0.95, $"accuracy {report.Accuracy}");
        for (var k = 0; k < 3; k++)
        {
            var share = states.Skip(5000).Count(s => s == k) / 15_000.0;
            Assert.Equal(share, report.States[k].Occupancy, 0.02);
            Assert.True(report.States[k].Recall > 0.9);
            Assert.InRange(report.States[k].MeanDwell / report.States[k].ExpectedDuration, 0.7, 1.3);
        }
    }

    [Fact]
    public void Dwells_Runs_AreCountedAndCutAtTheEnds()
    {
        int[] path = [1, 1, 0, 1, 2, 2, 2, 1];
        Assert.Equal([2, 1, 1], Dwells.Of(path, 1));
        Assert.Equal([3], Dwells.Of(path, 2));
        Assert.Empty(Dwells.Of(path, 5));
        Assert.Equal(4, Dwells.Switches(path));
        Assert.Equal(0, Dwells.Switches([]));
        Assert.Equal(4.0 / 3, Dwells.Mean([2, 1, 1]), 1e-15);
        Assert.Equal(1, Dwells.Median([2, 1, 1]));
        Assert.Equal(2.5, Dwells.Median([4, 1]));
        Assert.True(double.IsNaN(Dwells.Median([])));
    }
}
