using Ratchet.Features.Labels;
using Ratchet.Features.Sets;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Strategies.Ensemble;
using Ratchet.Trading.Simulation;

namespace Ratchet.Lifecycle.Training;

/// <summary>A configuration trained on bars, with everything that is needed to trade it on bars after them. Immutable and free of the data.</summary>
public sealed record TrainedEnsemble
{
    /// <summary>The four forests, the layer above them and the confidence of an entry.</summary>
    public required EnsembleModel Model { get; init; }

    /// <summary>What the model must be shown. The regimes are among the features, fitted as the stream goes: there is no model of them to keep.</summary>
    public required EnsembleInputs Inputs { get; init; }

    /// <summary>For each feature, whose code computed it; see <see cref="FeatureTable.Identities"/>.</summary>
    public required IReadOnlyList<string> FeatureIdentities { get; init; }

    /// <summary>What it was trained on.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The length of the bars.</summary>
    public required TimeFrame TimeFrame { get; init; }

    /// <summary>How rows were labelled.</summary>
    public required LabelOptions Labels { get; init; }

    /// <summary>How its signals are traded.</summary>
    public required SimulationOptions Trading { get; init; }

    /// <summary>The opening time of the first bar that features were computed from: a stream that begins with this bar gives the bits of the training.</summary>
    public required long FirstBar { get; init; }

    /// <summary>From the opening of the first row that was learned from to the close of the last.</summary>
    public required TimeRange Trained { get; init; }

    /// <summary>How many rows were learned from.</summary>
    public required int Rows { get; init; }

    /// <summary>The seed of the training.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The content hash of the dataset.</summary>
    public required string DataHash { get; init; }

    /// <summary>SHA-256 over data, rows, configuration, validation and seed: equal identities give equal models, by the same code.</summary>
    public required string Identity { get; init; }

    /// <summary>Begins a stream of its signals.</summary>
    /// <param name="catalogue">Where the features are defined, with the settings that they were trained with.</param>
    /// <exception cref="ArgumentException">A feature is unknown, or computed by other code or with other settings than in training; the message names it.</exception>
    public EnsembleStream CreateStream(FeatureCatalogue catalogue)
    {
        var stream = new EnsembleStream(Model, Inputs, catalogue, TimeFrame);
        for (var i = 0; i < FeatureIdentities.Count; i++)
        {
            if (FeatureIdentities[i] != stream.FeatureIdentities[i])
            {
                throw new ArgumentException(
                    $"Feature '{Inputs.Features.Features[i]}' was computed by '{FeatureIdentities[i]}' in training and is by '{stream.FeatureIdentities[i]}' here. Run the code and the settings that it was trained with, or train again.",
                    nameof(catalogue));
            }
        }

        return stream;
    }
}
