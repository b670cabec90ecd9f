using System.Text.Json;
using Ratchet.Features.Labels;
using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Time;
using Ratchet.Strategies.Ensemble;
using Ratchet.Trading.Simulation;

namespace Ratchet.Storage.Models;

/// <summary>The manifest as it stands in <c>manifest.json</c>: what to show the model, how to trade it, where it came from.</summary>
internal sealed record EnsembleDocument
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    public required string Model { get; init; }

    public required string ModelHash { get; init; }

    public required string Identity { get; init; }

    public required string Symbol { get; init; }

    public required string TimeFrame { get; init; }

    public required string FirstBar { get; init; }

    public required string TrainedFrom { get; init; }

    public required string TrainedTo { get; init; }

    public string? SeenTo { get; init; }

    public required int Rows { get; init; }

    public required ulong Seed { get; init; }

    public required string DataHash { get; init; }

    public required string ConfigurationHash { get; init; }

    public required string CodeVersion { get; init; }

    public required DateTimeOffset? CreatedAt { get; init; }

    public required string Study { get; init; }

    public required int Trial { get; init; }

    public required int Rank { get; init; }

    public required string Source { get; init; }

    public required bool Synthetic { get; init; }

    public required bool ThroughHoldOut { get; init; }

    public required string FeatureSet { get; init; }

    public required Feature[] Features { get; init; }

    public required int MomentumBars { get; init; }

    public required int VolatilityBars { get; init; }

    public required BarrierVolatility Volatility { get; init; }

    public required int RangeBars { get; init; }

    public required int HorizonBars { get; init; }

    public required LabelOptions Labels { get; init; }

    public required SimulationOptions Trading { get; init; }

    public required RegimeOptions Regime { get; init; }

    public required FractionalOptions Fractional { get; init; }

    public required Metric[] Metrics { get; init; }

    public static EnsembleDocument Of(TrainedEnsemble ensemble, EnsembleOrigin origin, string model, string modelHash) => new()
    {
        Schema = CurrentSchema,
        Model = model,
        ModelHash = modelHash,
        Identity = ensemble.Identity,
        Symbol = ensemble.Symbol.Name,
        TimeFrame = ensemble.TimeFrame.ToString(),
        FirstBar = UtcTime.Format(ensemble.FirstBar),
        TrainedFrom = UtcTime.Format(ensemble.Trained.From),
        TrainedTo = UtcTime.Format(ensemble.Trained.To),
        SeenTo = origin.SeenTo is { } seen ? UtcTime.Format(seen) : null,
        Rows = ensemble.Rows,
        Seed = ensemble.Seed,
        DataHash = ensemble.DataHash,
        ConfigurationHash = origin.ConfigurationHash,
        CodeVersion = origin.CodeVersion,
        CreatedAt = origin.CreatedAt,
        Study = origin.Study,
        Trial = origin.Trial,
        Rank = origin.Rank,
        Source = origin.Source,
        Synthetic = origin.Synthetic,
        ThroughHoldOut = origin.ThroughHoldOut,
        FeatureSet = ensemble.Inputs.Features.Name,
        Features = [.. ensemble.Inputs.Features.Features.Zip(ensemble.FeatureIdentities, (name, by) => new Feature(name, by))],
        MomentumBars = ensemble.Inputs.MomentumBars,
        VolatilityBars = ensemble.Inputs.VolatilityBars,
        Volatility = ensemble.Inputs.Volatility,
        RangeBars = ensemble.Inputs.RangeBars,
        HorizonBars = ensemble.Inputs.HorizonBars,
        Labels = ensemble.Labels,
        Trading = ensemble.Trading,
        Regime = origin.Regime,
        Fractional = origin.Fractional,
        Metrics = [.. origin.Metrics.Select(m => new Metric(m.Name, Known(m.InSample), Known(m.OutOfSample)))],
    };

    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, EnsembleJson.Default.EnsembleDocument), (byte)'\n'];

    public StoredEnsemble ToEnsemble(EnsembleModel model)
    {
        if (Features.Any(f => f is null) || Metrics.Any(m => m is null))
        {
            throw new ArgumentException("A feature or a metric of the manifest is null.");
        }

        var inputs = new EnsembleInputs
        {
            Features = new FeatureSet(FeatureSet, [.. Features.Select(f => f.Name)]),
            MomentumBars = MomentumBars,
            VolatilityBars = VolatilityBars,
            Volatility = Volatility,
            RangeBars = RangeBars,
            HorizonBars = HorizonBars,
        };
        inputs.Validate();
        Labels.Validate();
        Trading.Validate();
        Regime.Validate();
        Fractional.Validate();
        if (!EnsembleInputs.LearnedNames(inputs.Features.Features).SequenceEqual(model.FeatureNames, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The manifest names the features {string.Join(", ", inputs.Features.Features)}; the model was trained on {string.Join(", ", model.FeatureNames)}.");
        }

        var ensemble = new TrainedEnsemble
        {
            Model = model,
            Inputs = inputs,
            FeatureIdentities = [.. Features.Select(f => f.ComputedBy)],
            Symbol = Market.Instruments.Symbol.Parse(Symbol),
            TimeFrame = Market.Time.TimeFrame.Parse(TimeFrame),
            Labels = Labels,
            Trading = Trading,
            FirstBar = UtcTime.Parse(FirstBar),
            Trained = new TimeRange(UtcTime.Parse(TrainedFrom), UtcTime.Parse(TrainedTo)),
            Rows = Rows,
            Seed = Seed,
            DataHash = DataHash,
            Identity = Identity,
        };
        return new(ensemble, new()
        {
            Study = Study,
            Trial = Trial,
            Rank = Rank,
            Source = Source,
            Synthetic = Synthetic,
            ThroughHoldOut = ThroughHoldOut,
            ConfigurationHash = ConfigurationHash,
            CodeVersion = CodeVersion,
            CreatedAt = CreatedAt,
            SeenTo = SeenTo is null ? null : UtcTime.Parse(SeenTo),
            Regime = Regime,
            Fractional = Fractional,
            Metrics = [.. Metrics.Select(m => new EnsembleMetric(m.Name, m.InSample ?? double.NaN, m.OutOfSample ?? double.NaN))],
        });
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    internal sealed record Feature(string Name, string ComputedBy);

    internal sealed record Metric(string Name, double? InSample, double? OutOfSample);
}
