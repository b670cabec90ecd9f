using Ratchet.Features.Regimes;
using Ratchet.Features.Statistics;

namespace Ratchet.Storage.Models;

/// <summary>Where a trained ensemble came from, and the settings that its features are defined with.</summary>
public sealed record EnsembleOrigin
{
    /// <summary>The study whose configuration it is.</summary>
    public required string Study { get; init; }

    /// <summary>The trial of that study.</summary>
    public required int Trial { get; init; }

    /// <summary>Its place in the study's ranking, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Where the bars came from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Whether a random generator made them.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Whether it was trained on bars that the study had sealed, after they were opened.</summary>
    public required bool ThroughHoldOut { get; init; }

    /// <summary>The hash of the study's configuration.</summary>
    public required string ConfigurationHash { get; init; }

    /// <summary>The version of the product that trained it.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>When, as the caller's clock says; null where it does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>
    /// The end of the bars that training or the choice of the configuration has looked at, in milliseconds since 1970-01-01 UTC: what comes after is out of sample. Later
    /// than the last row that was learned from, whose label and purge come after it. Null in files from before it was kept.
    /// </summary>
    public long? SeenTo { get; init; }

    /// <summary>The settings of the regime features.</summary>
    public required RegimeOptions Regime { get; init; }

    /// <summary>How far <c>fractional_diff_price</c> differentiates.</summary>
    public required FractionalOptions Fractional { get; init; }

    /// <summary>The figures of the study for this configuration, each in-sample one with its out-of-sample twin.</summary>
    public IReadOnlyList<EnsembleMetric> Metrics { get; init; } = [];
}
