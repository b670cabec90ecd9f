using Ratchet.Lifecycle.Regimes;

namespace Ratchet.Lifecycle.Tests.Regimes;

public class RegimeFiguresTests
{
    [Fact]
    public void Path_SixBars_EqualsTheHandCount()
    {
        double[] closes = [100, 110, 121, 121, 60.5, 60.5];
        var path = RegimePath.Of("p", true, [0, 0, 1, 1, 0, 0], 3, closes, 600);

        Assert.Equal(200, path.SwitchesPerYear, 1e-12);
        Assert.Equal(2, path.MeanDwell, 1e-12);
        Assert.Equal([4.0 / 6, 2.0 / 6, 0], path.Shares);

        // State 0 is followed by ln 1.1, ln 1.1 and 0; state 1 by 0 and ln 0.5.
        Assert.Equal(2 * Math.Log(1.1) / 3, path.MeanNextReturns[0], 1e-12);
        Assert.Equal(Math.Log(0.5) / 2, path.MeanNextReturns[1], 1e-12);
        Assert.True(double.IsNaN(path.MeanNextReturns[2]));
    }

    [Fact]
    public void Lag_PathThatRunsThreeBarsBehind_IsFound()
    {
        int[] ahead = [.. Enumerable.Range(0, 200).Select(t => t / 20 % 2)];
        int[] behind = [.. Enumerable.Range(0, 200).Select(t => Math.Max(0, t - 3) / 20 % 2)];

        var lag = RegimeLag.Of("causal", behind, "reference", ahead);

        // Nine switches, each missed for three bars.
        Assert.Equal(1 - (27.0 / 200), lag.Agreement, 1e-12);
        Assert.Equal((3, 1.0), (lag.Shift, lag.ShiftedAgreement));
        Assert.Equal((3.0, 3.0, 0.0), (lag.MeanDelay, lag.MedianDelay, lag.Missed));
    }

    [Fact]
    public void Lag_RunsThatAreNeverFound_AreMissed()
    {
        var lag = RegimeLag.Of("causal", [0, 0, 0, 0, 0, 1, 1], "reference", [0, 1, 0, 2, 2, 1, 1]);

        // Runs after the first: 1 (missed), 0 (at once), 2 (missed), 1 (at once).
        Assert.Equal(0.5, lag.Missed);
        Assert.Equal(0, lag.MeanDelay);
    }

    [Fact]
    public void Lag_ReferenceThatNeverSwitches_HasNoDelay()
    {
        var lag = RegimeLag.Of("causal", [0, 1, 0], "reference", [0, 0, 0]);
        Assert.True(double.IsNaN(lag.MeanDelay) && double.IsNaN(lag.Missed));
        Assert.Equal(2.0 / 3, lag.Agreement, 1e-12);
    }

    [Fact]
    public void Validate_EveryField_KeepsToItsRange()
    {
        new RegimeStudyOptions().Validate();
        new RegimeStudyOptions { States = 2, FitShare = 0.1, Penalty = 0, Refits = 1, WindowBars = 200, Restarts = 1 }.Validate();
        new RegimeStudyOptions { States = 6, FitShare = 0.9, Penalty = 1e6, Refits = 1000, WindowBars = 1_000_000, Restarts = 100 }.Validate();
        Refused(new() { States = 1 }, "States");
        Refused(new() { States = 7 }, "States");
        Refused(new() { FitShare = 0.09 }, "FitShare");
        Refused(new() { FitShare = double.NaN }, "FitShare");
        Refused(new() { Penalty = -1 }, "Penalty");
        Refused(new() { Penalty = 1e6 + 1 }, "Penalty");
        Refused(new() { Refits = 0 }, "Refits");
        Refused(new() { Refits = 1001 }, "Refits");
        Refused(new() { WindowBars = 199 }, "WindowBars");
        Refused(new() { Restarts = 0 }, "Restarts");
        Refused(new() { Restarts = 101 }, "Restarts");
    }

    private static void Refused(RegimeStudyOptions options, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(options.Validate).ParamName);
}
