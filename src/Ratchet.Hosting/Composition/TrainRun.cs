using Ratchet.Features.Sets;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Models;
using Ratchet.Validation.Metrics;

namespace Ratchet.Hosting.Composition;

/// <summary>
/// Trains a configuration of a finished study, on the study's development part or on other bars. What the study sealed is never learned from, unless that is asked for
/// after it was opened.
/// </summary>
/// <param name="configuration">The configuration of the study.</param>
/// <param name="clock">Stamps the result.</param>
/// <param name="families">Feature families beside those of the product.</param>
public sealed class TrainRun(RatchetConfiguration configuration, TimeProvider clock, IReadOnlyList<IFeatureFamily> families)
{
    /// <summary>Trains.</summary>
    /// <param name="study">The study's name.</param>
    /// <param name="result">The finished study.</param>
    /// <param name="rank">Which configuration, by the study's ranking from 1.</param>
    /// <param name="other">Other bars to train on; null for those of the study.</param>
    /// <param name="throughHoldOut">Whether sealed bars are learned from too.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ConfigurationException">There is no such rank, or the bars are of another time frame than the study's.</exception>
    /// <exception cref="TrainRefusedException">Sealed bars are asked for and have not been opened.</exception>
    public TrainResult Train(string study, OptimizeResult result, int rank, MarketInput? other, bool throughHoldOut, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        var outcome = result.Outcome;
        if (rank < 1 || rank > outcome.Top.Count)
        {
            throw new ConfigurationException($"--rank {rank} is not in the ranking of study '{study}', which has {outcome.Top.Count}; choose one from 1 to {outcome.Top.Count}.");
        }

        var input = other ?? result.Input;
        if (input.Bars.TimeFrame != result.Input.Bars.TimeFrame)
        {
            throw new ConfigurationException(
                $"Study '{study}' was made on bars of {result.Input.Bars.TimeFrame} and the bars to train on are of {input.Bars.TimeFrame}; its horizons count bars, so the two must agree.");
        }

        var range = throughHoldOut ? Opened(study, result, input) : Development(result, input);
        var candidate = outcome.Top[rank - 1];
        var settings = outcome.Settings;
        var threads = Math.Clamp(configuration.Search.Jobs, 1, Environment.ProcessorCount);
        var isOwn = other is null && !throughHoldOut;
        var dataset = isOwn ? result.Dataset : Build(input.Bars.Slice(range), input, settings, threads, cancellationToken);
        var ensemble = new EnsembleTrainer(settings.Validation)
            .Train(dataset, new IndexRange(0, dataset.Bars.Count), candidate.Configuration, settings.Seed, threads, cancellationToken);
        var walked = rank == 1 ? outcome.WalkForward : OutOfSampleLook.Run(result.Dataset, settings, candidate.Configuration, threads, cancellationToken);
        return new(ensemble, new()
        {
            Study = study,
            Trial = candidate.TrialNumber,
            Rank = rank,
            Source = input.Source,
            Synthetic = input.Synthetic,
            ThroughHoldOut = throughHoldOut,
            ConfigurationHash = ConfigurationMapping.Hash(configuration),
            CodeVersion = OptimizeRun.CodeVersion,
            CreatedAt = clock.GetUtcNow(),
            SeenTo = Math.Max(CloseOf(input.Bars, range.End - 1), CloseOf(result.Input.Bars, result.Split.Development.End - 1)),
            Regime = configuration.Regime,
            Fractional = configuration.Features.Fractional,
            Metrics = Metrics(candidate.Second.Whole, walked.Whole),
        });
    }

    private static IndexRange Development(OptimizeResult result, MarketInput input)
    {
        var range = input.Split.Development;
        if (input.Bars.Symbol != result.Input.Bars.Symbol)
        {
            return range;
        }

        // Other bars of the study's own symbol: what the study sealed stays sealed, wherever those bars draw their border.
        var border = result.Input.Bars.OpenTime[result.Split.Sealed.Start];
        var end = LowerBound(input.Bars, border);
        return end > range.Start
            ? new(range.Start, Math.Min(range.End, end))
            : throw new ConfigurationException(
                $"All bars to train on lie in the part that the study has sealed, from {UtcTime.Format(border)} on; choose earlier ones, or give --through-holdout after the sealed part was opened.");
    }

    private IndexRange Opened(string study, OptimizeResult result, MarketInput input)
    {
        var ledger = new HoldOutLedger(configuration.Data.Root);
        foreach (var (bars, shut) in new[] { (result.Input.Bars, result.Split.Sealed), (input.Bars, input.Split.Sealed) })
        {
            if (!ledger.Covers(bars, shut))
            {
                throw new TrainRefusedException(
                    $"The sealed part of {bars.Symbol} {bars.TimeFrame}, from {UtcTime.Format(bars.OpenTime[shut.Start])} on, has not been opened: training on it now would leave nothing to judge by. " +
                    $"Open it first with 'ratchet backtest --study {study} --open-holdout', or leave --through-holdout away.");
            }
        }

        return new(input.Split.Development.Start, input.Bars.Count);
    }

    private Dataset Build(BarSeries bars, MarketInput input, StudySettings settings, int threads, CancellationToken cancellationToken)
    {
        var development = new IndexRange(0, Math.Min(bars.Count, input.Split.Development.Length));
        return DatasetBuilder.Build(
            bars, ConfigurationMapping.ToDatasetOptions(configuration, families, clock), settings.Validation.EdgeRows(development), threads, cancellationToken);
    }

    private static long CloseOf(BarSeries bars, int row) => bars.OpenTime[row] + bars.TimeFrame.Milliseconds;

    private static int LowerBound(BarSeries bars, long time)
    {
        var index = bars.OpenTime.BinarySearch(time);
        return index < 0 ? ~index : index;
    }

    private static EnsembleMetric[] Metrics(ScoredRun inSample, ScoredRun outOfSample)
    {
        EnsembleMetric Metric(string name, Func<PerformanceMetrics, double> of) => new(name, of(inSample.Metrics), of(outOfSample.Metrics));
        return
        [
            new("composite", inSample.Score.Composite, outOfSample.Score.Composite),
            Metric("total_return", m => m.TotalReturn),
            Metric("sharpe", m => m.Sharpe),
            Metric("profit_factor", m => m.ProfitFactor),
            Metric("max_drawdown", m => m.MaximumDrawdown),
            Metric("trades", m => m.Trades),
        ];
    }
}
