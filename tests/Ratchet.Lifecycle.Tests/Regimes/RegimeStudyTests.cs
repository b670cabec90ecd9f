using Ratchet.Features.Regimes;
using Ratchet.Learning.Markov;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Regimes;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Testing;

namespace Ratchet.Lifecycle.Tests.Regimes;

public class RegimeStudyTests
{
    private static readonly RegimeStudyOptions Options = new() { Restarts = 1, Refits = 3, WindowBars = 1000 };

    // Blocks of 200 bars that rise, rest and fall in turn.
    private static BarSeries Blocks(int count)
    {
        var stream = StreamKey.FromSeed(5).Derive("blocks").Open();
        var builder = new BarSeriesBuilder(Symbol.Parse("TEST"), TimeFrame.Hour1);
        var price = 100.0;
        for (var i = 0; i < count; i++)
        {
            var drift = (i / 200 % 3) switch { 0 => 0.003, 1 => 0.0, _ => -0.003 };
            var close = price * Math.Exp(drift + (0.004 * stream.NextNormal()));
            builder.Add(new Bar(i * TimeFrame.Hour1.Milliseconds, price, Math.Max(price, close), Math.Min(price, close), close, 1));
            price = close;
        }

        return builder.Build();
    }

    [Fact]
    public void Run_Blocks_FindsTheRegimesOutOfSample()
    {
        var bars = Blocks(4800);
        var result = RegimeStudy.Run(bars, Options, TestContext.Current.CancellationToken);

        Assert.Equal((2370, 2370), (result.FitRows, result.ReportRows));
        Assert.Equal(bars.OpenTime[60 + 2370], result.FitTime.To);
        Assert.Equal(result.FitTime.To, result.ReportTime.From);
        Assert.Equal(20, result.Selection.Table.Count);
        Assert.Equal(3, result.Model.States);
        Assert.True(result.Model.Means[0] > result.Model.Means[2] && result.Model.Means[2] > result.Model.Means[4]);
        Assert.True(result.Jump.Centroids[0] > result.Jump.Centroids[2] && result.Jump.Centroids[2] > result.Jump.Centroids[4]);
        Assert.Equal(2370, result.OutOfSample.Rows);
        Assert.Equal([true, true, false, false], result.Paths.Select(p => p.Causal));
        Assert.All(result.Paths, p => Assert.Equal(1, p.Shares.Sum(), 1e-9));

        // Bull bars are followed by rises, bear bars by falls; the jump model switches less and later.
        Assert.All(result.Paths.Take(2), p => Assert.True(p.MeanNextReturns[0] > 0.001 && p.MeanNextReturns[2] < -0.001));
        Assert.True(result.Paths[1].SwitchesPerYear < result.Paths[0].SwitchesPerYear);
        Assert.True(result.CausalAgreement > 0.6, $"causal paths agree on {result.CausalAgreement}");
        Assert.True(result.Lags[0].Agreement > 0.85, $"the filter agrees with Viterbi on {result.Lags[0].Agreement}");
    }

    [Fact]
    public void Run_LaterBarsChange_TheFitStays()
    {
        var bars = Blocks(4000);
        var result = RegimeStudy.Run(bars, Options, TestContext.Current.CancellationToken);
        var builder = new BarSeriesBuilder(bars.Symbol, bars.TimeFrame);
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            builder.Add(i < 2100 ? bar : bar with { High = bar.Close * 3, Close = bar.Close * (i % 7 == 0 ? 2 : 1) });
        }

        var changed = RegimeStudy.Run(builder.Build(), Options, TestContext.Current.CancellationToken);

        Assert.Equal(result.Model.Means.ToArray(), changed.Model.Means.ToArray());
        Assert.Equal(result.Jump.Centroids.ToArray(), changed.Jump.Centroids.ToArray());
        Assert.Equal(result.InSample.NextStateAccuracy, changed.InSample.NextStateAccuracy);
        Assert.NotEqual(result.Paths[0].SwitchesPerYear, changed.Paths[0].SwitchesPerYear);
    }

    [Fact]
    public void Run_FitPartAndFirstWindowDifferInShape_RefitsKnowTheWindowsOnly()
    {
        // On the fit part full covariances win; on the 394 rows of the first window diagonal ones do.
        var options = Options with { Refits = 20, WindowBars = 200 };
        var bars = Blocks(4400);
        var result = RegimeStudy.Run(bars, options, TestContext.Current.CancellationToken);
        var x = RegimeObservations.Compute(bars.Close);

        Assert.Equal(HmmCovariance.Full, result.Model.Covariance);
        Assert.Equal(HmmCovariance.Diagonal, result.Identity.Covariance);
        Assert.Equal(Refits(HmmCovariance.Diagonal).Agreements, result.Identity.Agreements);
        Assert.NotEqual(Refits(HmmCovariance.Full).Agreements, result.Identity.Agreements);

        RegimeIdentity Refits(HmmCovariance shape) => RegimeRefits.Run(
            x,
            2,
            20,
            200,
            [shape],
            new HmmOptions { States = 3, Restarts = 1, CovarianceFloor = 1e-3 },
            StreamKey.FromSeed(options.Seed).Derive("regime study").Derive("refits"),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Run_Twice_IsIdentical()
    {
        var bars = Blocks(2000);
        var one = RegimeStudy.Run(bars, Options, TestContext.Current.CancellationToken);
        var two = RegimeStudy.Run(bars, Options, TestContext.Current.CancellationToken);

        Assert.Equal(one.Model.Covariances.ToArray(), two.Model.Covariances.ToArray());
        Assert.Equal(one.Lags, two.Lags);
        Assert.Equal(one.Identity.Agreements, two.Identity.Agreements);
        Assert.Equal(one.Identity.UnmatchedAgreements, two.Identity.UnmatchedAgreements);
    }

    [Fact]
    public void Run_TooFewBarsOrCancelled_Throws()
    {
        var exception = Assert.Throws<NotEnoughDataException>(() => RegimeStudy.Run(Blocks(859), Options, TestContext.Current.CancellationToken));
        Assert.Contains("at least 400", exception.Message, StringComparison.Ordinal);
        Assert.Equal(400, RegimeStudy.Run(Blocks(860), Options, TestContext.Current.CancellationToken).FitRows);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => RegimeStudy.Run(Blocks(1000), Options, source.Token));
    }

    [Fact]
    public void Refits_RealBars_KeepTheNamesOfStates()
    {
        var file = SharedFiles.Require("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz");
        var x = RegimeObservations.Compute(BarCsvReader.Read(file, cancellationToken: TestContext.Current.CancellationToken).Bars.Close);
        var options = new HmmOptions { Restarts = 1, CovarianceFloor = 1e-3 };

        var identity = RegimeRefits.Run(x, 2, 20, 4000, [HmmCovariance.Full], options, StreamKey.FromSeed(1), TestContext.Current.CancellationToken);

        Assert.Equal((20, 4000), (identity.Agreements.Count, identity.WindowBars));
        Assert.True(identity.Mean > 0.85, $"labels agree on {identity.Mean:P1} of the shared bars");
        Assert.True(identity.Least > 0.6, $"at worst on {identity.Least:P1}");
        Assert.True(identity.Renamed > 3, "hardly a fit numbered its states anew, so little was tried");
        Assert.True(identity.Mean > identity.UnmatchedAgreements.Average() + 0.2, $"without matching: {identity.UnmatchedAgreements.Average():P1}");
    }
}
