using System.Security.Cryptography;
using System.Text;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Lifecycle.Training;

/// <summary>
/// Trains the configuration of a trial on given rows, to be traded on bars after them: the four forests on all rows, the meta layer on their out-of-fold predictions.
/// It is the fit that opening the sealed part judges, with the same seed and rows to the bit.
/// </summary>
/// <param name="validation">Folds and gaps, those of the study.</param>
public sealed class EnsembleTrainer(ValidationSettings validation)
{
    /// <summary>Trains.</summary>
    /// <param name="dataset">Bars, features, quantised matrix.</param>
    /// <param name="developmentRows">
    /// The bars that may be learned from. Purged at the end: a row is left out when its longest label, or the purge, reaches the end of the range.
    /// </param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="seed">The seed of every random stream.</param>
    /// <param name="threads">How many threads may work at once, at least 1. It does not change the result.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A setting or the range is wrong.</exception>
    /// <exception cref="NotEnoughDataException">No row can be learned from.</exception>
    /// <exception cref="Validation.Splits.SplitRefusedException">There are too few rows for the folds.</exception>
    public TrainedEnsemble Train(
        Dataset dataset, IndexRange developmentRows, TrialConfiguration configuration, ulong seed, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        validation.Validate();
        configuration.Validate();
        if (developmentRows.Start < 0 || developmentRows.End > dataset.Bars.Count)
        {
            throw new ArgumentException($"developmentRows is {developmentRows}; it must lie within [0, {dataset.Bars.Count}).", nameof(developmentRows));
        }

        var rows = RowsWithin(dataset, developmentRows, validation);
        if (rows.Length == 0)
        {
            throw new NotEnoughDataException(
                $"{dataset.Bars.Symbol} {dataset.Bars.TimeFrame}: none of {developmentRows.Length} bars can be learned from, after warm-up and before labels that reach the end; give a longer range.");
        }

        var (forests, layer, _) = FinalFit.Run(dataset, rows, [], configuration, validation, seed, threads, cancellationToken);
        var bars = dataset.Bars;
        var options = dataset.Options;
        return new()
        {
            Model = new(forests, layer, configuration.Trading.ConfidenceThreshold),
            Inputs = new()
            {
                Features = options.Features,
                MomentumBars = options.MomentumBars,
                VolatilityBars = options.VolatilityBars,
                Volatility = options.Volatility,
                RangeBars = options.RangeBars,
                HorizonBars = configuration.Trading.HorizonBars,
            },
            FeatureIdentities = dataset.Features.Identities,
            Symbol = bars.Symbol,
            TimeFrame = bars.TimeFrame,
            Labels = configuration.Labels,
            Trading = configuration.Trading,
            FirstBar = bars.OpenTime[0],
            Trained = new TimeRange(bars.OpenTime[rows[0]], bars.OpenTime[rows[^1]] + bars.TimeFrame.Milliseconds),
            Rows = rows.Length,
            Seed = seed,
            DataHash = dataset.ContentHash,
            Identity = Identity(dataset, developmentRows, configuration, seed),
        };
    }

    /// <summary>The rows of a range whose longest label, and the purge after it, end within the range.</summary>
    internal static int[] RowsWithin(Dataset dataset, IndexRange range, ValidationSettings validation)
    {
        var last = range.End - Math.Max(validation.Purge(dataset.Bars.TimeFrame).PurgeBars, dataset.LongestHorizon) - 1;
        return [.. dataset.Rows.ToArray().Where(r => r >= range.Start && r < last)];
    }

    private string Identity(Dataset dataset, IndexRange range, TrialConfiguration configuration, ulong seed)
    {
        // The text of a record names every value; lists are written out beside it.
        var trading = configuration.Trading;
        var text = $"ratchet-ensemble-1|{dataset.ContentHash}|{range.Start}|{range.End}|{seed}|{validation}|{configuration.Labels}|{configuration.Ensemble}|" +
            $"{configuration.Imbalance}|{trading}|{string.Join(' ', trading.TargetSteps)}|{string.Join(' ', trading.TargetFractions)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
