using System.Collections.Concurrent;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Training;

/// <summary>Trades signals over a range of bars and scores the result. Buffers are reused; safe for any number of threads.</summary>
internal sealed class SignalScorer(Dataset dataset, IObjective objective)
{
    private readonly ConcurrentBag<SimulationBuffers> pool = [];

    public IObjective Objective => objective;

    /// <summary>The metrics and the score alone.</summary>
    public ScoredRun Score(EnsembleSignals signals, IndexRange range, SimulationOptions options) => Run(signals, range, options, keep: false);

    /// <summary>The metrics, the score, every trade and the equity at every close.</summary>
    public ScoredRun ScoreAndKeep(EnsembleSignals signals, IndexRange range, SimulationOptions options) => Run(signals, range, options, keep: true);

    /// <summary>Holding from the first open to the last close.</summary>
    public ScoredRun BuyAndHoldOver(IndexRange range, SimulationOptions options)
    {
        var buffers = new SimulationBuffers();
        BuyAndHold.Run(Market(), range, options, buffers);
        return Finish(buffers, range, options, keep: true);
    }

    public MarketColumns Market()
    {
        var bars = dataset.Bars;
        return new() { Open = bars.Open, High = bars.High, Low = bars.Low, Close = bars.Close };
    }

    /// <summary>The distance of one multiple: the range-implied volatility of a bar times the square root of the horizon.</summary>
    public double[] DistanceAt(int horizonBars)
    {
        var scale = Math.Sqrt(horizonBars);
        var distance = dataset.Distance.ToArray();
        for (var i = 0; i < distance.Length; i++)
        {
            distance[i] *= scale;
        }

        return distance;
    }

    private ScoredRun Run(EnsembleSignals signals, IndexRange range, SimulationOptions options, bool keep)
    {
        if (!pool.TryTake(out var buffers))
        {
            buffers = new();
        }

        var columns = new SignalColumns
        {
            Side = dataset.Primary.Side,
            Momentum = dataset.Primary.Momentum,
            Confidence = signals.Confidence,
            Size = signals.Size,
            ExitProbability = signals.ExitProbability,
            Distance = DistanceAt(options.HorizonBars),
        };
        SignalBacktest.Run(Market(), columns, range, options, buffers);
        var run = Finish(buffers, range, options, keep);
        pool.Add(buffers);
        return run;
    }

    private ScoredRun Finish(SimulationBuffers buffers, IndexRange range, SimulationOptions options, bool keep)
    {
        var equity = buffers.Equity.ToArray();
        var curve = new EquityCurve(options.InitialEquity, equity, dataset.Bars.TimeFrame.BarsPerYear, buffers.Exposure.ToArray());
        var metrics = PerformanceMetrics.Compute(curve, buffers.Trades, new MetricOptions());
        return new(range, metrics, objective.Evaluate(metrics), keep ? equity : null, keep ? buffers.Trades.ToArray() : null);
    }
}
