using Ratchet.Lifecycle.Datasets;
using Ratchet.Market.Bars;
using Ratchet.Validation.Objectives;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>Opens the sealed part of a series for one configuration. Whoever calls this records that it was opened.</summary>
public static class HoldOutOpening
{
    /// <summary>Trains on the development part, trades the sealed part.</summary>
    /// <param name="bars">All bars.</param>
    /// <param name="split">Where the sealed part begins.</param>
    /// <param name="options">How the dataset is made; bin edges come from the development part.</param>
    /// <param name="settings">The study's settings.</param>
    /// <param name="chosen">The configuration that the study chose.</param>
    /// <param name="threads">How many threads may work at once.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static HoldOutComparison Open(
        BarSeries bars,
        HoldOut split,
        DatasetOptions options,
        StudySettings settings,
        TrialConfiguration chosen,
        int threads,
        CancellationToken cancellationToken)
    {
        var whole = DatasetBuilder.Build(bars, options, settings.Validation.EdgeRows(split.Development), threads, cancellationToken);
        var runner = new HoldOutRunner(whole, split, settings, new CompositeObjective(settings.Objective), threads);
        var result = runner.Run(chosen, cancellationToken);
        return new(
            result,
            runner.Run(settings.Defaults, cancellationToken),
            runner.Scorer.BuyAndHoldOver(split.Sealed, settings.Trading),
            Baselines.RandomEntries(runner.Scorer, whole, result.Run, chosen.Trading, settings, threads, cancellationToken));
    }
}
