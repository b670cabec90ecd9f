using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Market.Time;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Sessions;

/// <summary>What of the adaptive layer takes part in a session, and how.</summary>
public sealed record AdaptiveOptions
{
    /// <summary>Nothing takes part: no advice is ever given.</summary>
    public static AdaptiveOptions Off { get; } = new() { UseSelector = false, UseAdvisor = false };

    /// <summary>
    /// Whether the selector chooses exits and may refuse entries. A selector that takes part but is not <see cref="SelectorOptions.Enabled"/> trades its default
    /// profile; without this, strategies keep their own exits. Default true.
    /// </summary>
    public bool UseSelector { get; init; } = true;

    /// <summary>Whether the advisor listens; its three switches say what it may do. Default true.</summary>
    public bool UseAdvisor { get; init; } = true;

    /// <summary>Whether the allowed profiles that were not chosen are followed in shadow on the same entry, for the selector to learn from. Default true.</summary>
    public bool FullInformation { get; init; } = true;

    /// <summary>What is selected from.</summary>
    public IReadOnlyList<TradeProfile> Profiles { get; init; } = TradeProfiles.All;

    /// <summary>How profiles are selected; its seed names the random choices.</summary>
    public SelectorOptions Selector { get; init; } = new();

    /// <summary>The advisor: its switches and settings.</summary>
    public AdvisorOptions Advisor { get; init; } = new();

    /// <summary>How regimes are told apart.</summary>
    public RegimeOptions Regimes { get; init; } = new();

    /// <summary>The bars that the indicators in the signals' contexts stand on; null is the instrument's own. Default null.</summary>
    public TimeFrame? ContextFrame { get; init; }

    /// <summary>Whether nothing takes part.</summary>
    public bool IsOff => !UseSelector && !UseAdvisor;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public void Validate()
    {
        TradeProfiles.Validate(Profiles);
        Selector.Validate(Profiles);
        Advisor.Validate();
        Regimes.Validate();
        if (ContextFrame is { Minutes: < 1 })
        {
            throw new ArgumentOutOfRangeException(nameof(ContextFrame), ContextFrame, "ContextFrame must be at least a minute.");
        }
    }
}
