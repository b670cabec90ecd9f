using Ratchet.Lifecycle.Experiments;
using Ratchet.Market.Synthetic;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;

namespace Ratchet.Lifecycle.Honesty;

/// <summary>How the machinery is tried on markets whose truth is known.</summary>
public sealed record HonestyOptions
{
    /// <summary>Markets of each kind; default 100, 2 to 10,000.</summary>
    public int Markets { get; init; } = 100;

    /// <summary>Correlation of the planted signal with the next bar's return; default 0.05, above 0, at most 0.5.</summary>
    public double InformationCoefficient { get; init; } = 0.05;

    /// <summary>Bars a market; default 6,000 (250 days of hours).</summary>
    public int Bars { get; init; } = 6_000;

    /// <summary>The seed of the first market; market i has seed + i, the noise markets and the planted ones the same.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The reduced study: the same code on a smaller budget (R = 9, forests of 10 to 30 trees, 200 random entries).</summary>
    public StudySettings Study { get; init; } = new()
    {
        Hyperband = new HyperbandOptions { MaximumResource = 9, Eta = 3 },
        Estimators = new IntDistribution(10, 30, Step: 5),
        ReevaluateTop = 3,
        RandomEntryDraws = 200,
        Validation = new ValidationSettings { ReevaluationFolds = 5, MinimumTrainingSamples = 500 },
    };

    /// <summary>The shape of the markets, beside seed, length and information coefficient.</summary>
    public SyntheticMarketOptions Market { get; init; } = new();

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        if (Markets is < 2 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(Markets), Markets, "Markets must lie in [2, 10000].");
        }

        if (!(InformationCoefficient > 0 && InformationCoefficient <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(InformationCoefficient), InformationCoefficient, "InformationCoefficient must lie in (0, 0.5].");
        }

        if (Bars < 3000)
        {
            throw new ArgumentOutOfRangeException(nameof(Bars), Bars, "Bars must be at least 3000: warm-up, folds and a sealed fifth need them.");
        }

        Study.Validate();
    }
}
