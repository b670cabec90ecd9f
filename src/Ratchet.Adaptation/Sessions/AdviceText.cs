using System.Globalization;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;
using Ratchet.Adaptation.Selection;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Sessions;

/// <summary>Why something is advised, in a line for the audit.</summary>
internal static class AdviceText
{
    public static string Blocked(in AdvisorScore score) => score.Status is RetirementStatus.Suspended or RetirementStatus.Retired
        ? $"advisor: the strategy is {score.Status.ToString().ToUpperInvariant()}"
        : string.Create(CultureInfo.InvariantCulture, $"advisor: quality {score.Quality:0.000} is too low");

    public static string Passed(in AdvisorScore score) =>
        string.Create(CultureInfo.InvariantCulture, $"advisor: quality {score.Quality:0.000}, multiplier {score.Multiplier:0.000}");

    public static string Refused(ChoiceReason why, MarketRegime regime) => why switch
    {
        ChoiceReason.UnsafeRegime => $"selector: no new position in {RegimeNames.Of(regime)}",
        ChoiceReason.CostsTooHigh => "selector: costs are too large a share of every allowed stop",
        _ => $"selector: no profile is allowed in {RegimeNames.Of(regime)}",
    };

    public static string Chosen(in ProfileChoice choice, in AdvisorScore score, ProfilePrices? prices)
    {
        var how = choice.Explored ? "explored" : "best known";
        var at = prices is null ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; at {prices.Entry}: stop {prices.Stop}, targets {string.Join(", ", prices.Targets.Select(t => t.ToString(CultureInfo.InvariantCulture)))}");
        return string.Create(CultureInfo.InvariantCulture, $"selector: {how}, probability {choice.Propensity:0.000}; quality {score.Quality:0.000}, multiplier {score.Multiplier:0.000}{at}");
    }
}
