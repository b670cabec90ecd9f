using Ratchet.Strategies.Signals;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Venues;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What a study of the adaptive layer runs and how it judges.</summary>
public sealed record ProfileStudyOptions
{
    /// <summary>The profiles that are chosen from.</summary>
    public IReadOnlyList<TradeProfile> Profiles { get; init; } = TradeProfiles.All;

    /// <summary>The profile that everything is compared with. Default <c>ultra_aggressive</c>.</summary>
    public string DefaultProfile { get; init; } = TradeProfiles.DefaultName;

    /// <summary>Who gives the signals. Default the four built-in strategies.</summary>
    public IReadOnlyList<SignalStrategy> Strategies { get; init; } = SignalStrategies.All;

    /// <summary>The ways to learn that are compared; the first is the one that summaries call the selector.</summary>
    public IReadOnlyList<StudyPolicy> Policies { get; init; } = StudyPolicy.All;

    /// <summary>How the rules tell regimes apart.</summary>
    public Ratchet.Adaptation.Regimes.RegimeOptions Regimes { get; init; } = new();

    /// <summary>The hidden Markov model that the rules are compared with, fitted on trailing bars; null leaves the comparison out.</summary>
    public Features.Regimes.RegimeOptions? MarkovRegimes { get; init; } = new();

    /// <summary>Fees and slippage.</summary>
    public VenueOptions Venue { get; init; } = new();

    /// <summary>The largest share of the stop that a round trip may cost where that rule is on. Default 0.20, in (0, 10).</summary>
    public double CostShare { get; init; } = 0.20;

    /// <summary>Runs of a policy that draws, on the same entries. Default 20, from 1 to 10,000.</summary>
    public int Seeds { get; init; } = 20;

    /// <summary>Runs of a policy that draws, through the engine. Default 3, from 0 (no engine runs at all) to 1,000.</summary>
    public int EngineSeeds { get; init; } = 3;

    /// <summary>Resamples of an interval. Default 2,000, from 10 to 1,000,000.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>The confidence of intervals. Default 0.90, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.90;

    /// <summary>Names every random stream. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal int DefaultPlace => TradeProfiles.IndexOf(Profiles, DefaultProfile);

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public void Validate()
    {
        TradeProfiles.Validate(Profiles);
        Regimes.Validate();
        MarkovRegimes?.Validate();
        Venue.Validate();
        if (DefaultPlace < 0)
        {
            throw new ArgumentException($"DefaultProfile is '{DefaultProfile}'; it must be one of {string.Join(", ", Profiles.Select(p => p.Name))}.");
        }

        if (Strategies.Count == 0 || Policies.Count == 0)
        {
            throw new ArgumentException($"There are {Strategies.Count} strategies and {Policies.Count} policies; at least one of each is needed.");
        }

        if (Policies[0] != StudyPolicy.Standard)
        {
            throw new ArgumentException($"The first of Policies is '{Policies[0].Name}'; it must be {nameof(StudyPolicy)}.{nameof(StudyPolicy.Standard)}, which summaries are about.");
        }

        Require(CostShare is > 0 and < 10, nameof(CostShare), CostShare, "in (0, 10)");
        Require(Seeds is >= 1 and <= 10_000, nameof(Seeds), Seeds, "from 1 to 10000");
        Require(EngineSeeds is >= 0 and <= 1000, nameof(EngineSeeds), EngineSeeds, "from 0 to 1000");
        Require(Resamples is >= 10 and <= 1_000_000, nameof(Resamples), Resamples, "from 10 to 1000000");
        Require(Confidence is > 0 and < 1, nameof(Confidence), Confidence, "in (0, 1)");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
