using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Simulation;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>What a result is set beside.</summary>
internal static class Baselines
{
    /// <summary>Random entries with the run's number of trades, sides and holding times, at the run's costs; null when it has no trades.</summary>
    public static RandomEntryResult? RandomEntries(
        SignalScorer scorer,
        Dataset dataset,
        ScoredRun run,
        SimulationOptions options,
        StudySettings settings,
        int threads,
        CancellationToken cancellationToken) =>
        run.Trades is not { Count: > 0 } trades
            ? null
            : RandomEntry.Run(
                scorer.Market(),
                run.Range,
                trades.ToArray(),
                options,
                dataset.Bars.TimeFrame.BarsPerYear,
                scorer.Objective,
                settings.RandomEntryDraws,
                StreamKey.FromSeed(settings.Seed).Derive("random-entry"),
                threads,
                cancellationToken);
}
