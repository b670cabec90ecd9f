using Ratchet.Features.Labels;
using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;
using Ratchet.Strategies.Ensemble;
using Ratchet.Testing;

namespace Ratchet.Lifecycle.Tests.Training;

public sealed class EnsembleStreamTests
{
    private static readonly TrialConfiguration Configuration = TinyStudy.Settings.Defaults;
    private static readonly RegimeOptions Regime = new() { MinimumBars = 300, RefitEveryBars = 1000, WindowBars = 600 };

    [Theory]
    [InlineData(BarrierVolatility.Close, false)]
    [InlineData(BarrierVolatility.Ewma, true)]
    [InlineData(BarrierVolatility.Range, false)]
    public void Update_SyntheticBars_GivesTheColumnsOfTheBatchBitForBit(BarrierVolatility volatility, bool regimes)
    {
        var options = TinyStudy.DatasetOptions with { Volatility = volatility };
        Compare(TinyStudy.Market(), regimes ? WithRegimes(options) : options);
    }

    [Fact]
    public void Update_RealBars_GivesTheColumnsOfTheBatchBitForBit()
    {
        var path = SharedFiles.Require("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz");
        var bars = BarCsvReader.Read(path, cancellationToken: TestContext.Current.CancellationToken).Bars;
        var report = QualityChecker.Check(bars, TimeFrame.Hour1, TradingCalendar.AroundTheClock);
        var raw = bars.Select([.. report.GoodRows.ToArray().Take(8000)]);
        var columns = new BarColumns { OpenTime = raw.OpenTime, Open = raw.Open, High = raw.High, Low = raw.Low, Close = raw.Close, Volume = raw.Volume };
        Compare(new BarSeries(Symbol.Parse("BTC/USDT"), TimeFrame.Hour1, columns), WithRegimes(TinyStudy.DatasetOptions));
    }

    [Fact]
    public void Update_AfterWarmUp_AllocatesNothing()
    {
        var bars = TinyStudy.Market();
        var dataset = TinyStudy.Dataset(bars, new(0, 1000));
        var stream = Train(dataset).CreateStream(TinyStudy.DatasetOptions.Catalogue);
        var spoken = 0;
        for (var i = 0; i < 2000; i++)
        {
            spoken += stream.Update(bars[i], out _) ? 1 : 0;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 2000; i < bars.Count; i++)
        {
            spoken += stream.Update(bars[i], out _) ? 1 : 0;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(spoken > 3000);
        Assert.Equal(bars.Count, stream.BarCount);
    }

    [Fact]
    public void Update_WarmingUpResetOrLate_IsSilentAgainOrRefused()
    {
        var bars = TinyStudy.Market();
        var stream = Train(TinyStudy.Dataset(bars, new(0, 1000))).CreateStream(TinyStudy.DatasetOptions.Catalogue);
        var first = Rows(stream, bars, 300);
        Assert.True(double.IsNaN(first[stream.FirstCompleteRow - 1].Confidence));
        Assert.Equal((0, true, true), (first[0].Side, double.IsNaN(first[0].Momentum), double.IsNaN(first[0].Distance)));
        Assert.Throws<ArgumentException>(() => stream.Update(bars[10], out _));
        stream.Reset();
        Assert.Equal(first, Rows(stream, bars, 300));
    }

    [Fact]
    public void CreateStream_OtherSettingsOrFeatures_IsRefusedByName()
    {
        var options = WithRegimes(TinyStudy.DatasetOptions);
        var trained = Train(DatasetBuilder.Build(TinyStudy.Market(), options, new(0, 1000), 1, TestContext.Current.CancellationToken));
        var other = Catalogue(Regime with { Seed = 4 });
        var refused = Assert.Throws<ArgumentException>(() => trained.CreateStream(other));
        Assert.Contains("'regime_prob_bull'", refused.Message, StringComparison.Ordinal);
        var inputs = trained.Inputs with { Features = new("x", ["rsi_14"]) };
        Assert.Throws<ArgumentException>(() => new EnsembleStream(trained.Model, inputs, other, TimeFrame.Hour1));
    }

    private static void Compare(BarSeries bars, DatasetOptions options)
    {
        var token = TestContext.Current.CancellationToken;
        var dataset = DatasetBuilder.Build(bars, options, new(0, 1400), 2, token);
        var trained = Train(dataset);
        var signals = new EnsembleSignals(bars.Count);
        trained.Model.Predict(dataset.Matrix, dataset.Rows, dataset.Context, signals, 2, token);
        var distance = new SignalScorer(dataset, new Validation.Objectives.CompositeObjective(new())).DistanceAt(Configuration.Trading.HorizonBars);
        var eligible = dataset.Rows.ToArray().ToHashSet();
        var stream = trained.CreateStream(options.Catalogue);
        var end = bars.Count - dataset.LongestHorizon - 1;
        var spoken = 0;
        for (var i = 0; i < end; i++)
        {
            var said = stream.Update(bars[i], out var row);
            var expected = new EnsembleSignalRow(
                dataset.Primary.Side[i],
                dataset.Primary.Momentum[i],
                signals.Confidence[i],
                signals.Size[i],
                signals.ExpectedR[i],
                signals.ExitProbability[i],
                distance[i]);
            Assert.Equal(Bits(expected), Bits(row));
            Assert.Equal(eligible.Contains(i), said);
            spoken += said ? 1 : 0;
        }

        Assert.True(spoken > 2000, $"{spoken} rows had a signal.");
    }

    private static long[] Bits(EnsembleSignalRow row) =>
    [
        row.Side, .. new[] { row.Momentum, row.Confidence, row.Size, row.ExpectedR, row.ExitProbability, row.Distance }.Select(BitConverter.DoubleToInt64Bits),
    ];

    private static EnsembleSignalRow[] Rows(EnsembleStream stream, BarSeries bars, int count)
    {
        var rows = new EnsembleSignalRow[count];
        for (var i = 0; i < count; i++)
        {
            stream.Update(bars[i], out rows[i]);
        }

        return rows;
    }

    private static TrainedEnsemble Train(Dataset dataset) => new EnsembleTrainer(TinyStudy.Settings.Validation)
        .Train(dataset, new(0, dataset.Bars.Count * 3 / 4), Configuration, 3, 2, TestContext.Current.CancellationToken);

    private static FeatureCatalogue Catalogue(RegimeOptions regime) => new([.. TechnicalFeatures.All, .. StatisticalFeatures.All, .. RegimeFeatures.Create(regime)], [], []);

    private static DatasetOptions WithRegimes(DatasetOptions options) => options with
    {
        Features = new("regimes", [.. options.Features.Features, "regime_prob_bull", "regime_prob_bear", "regime_entropy", "rsi_14@4h"]),
        Catalogue = Catalogue(Regime),
    };
}
