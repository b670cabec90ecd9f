using Ratchet.Adaptation.Monitor;
using Ratchet.Validation.Significance;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What a run through the engine came to, the mean over its seeds.</summary>
/// <param name="Name">The run.</param>
/// <param name="Without">The run that is the same without the advisor; null where there is no advisor.</param>
/// <param name="Hindsight">Whether it knows what only hindsight knows.</param>
/// <param name="Trades">Closed trades.</param>
/// <param name="Mean">Mean result of a trade in R.</param>
/// <param name="TotalR">The sum of results in R.</param>
/// <param name="NetReturn">Final cash over initial cash, less 1.</param>
/// <param name="MaximumDrawdown">The largest fall of the equity from its highest, a share.</param>
/// <param name="Explored">The share of the selector's choices that explored; NaN where none chose.</param>
/// <param name="Effect">The advisor's effect against its own unadvised shadow, of the first seed; null without it.</param>
/// <param name="Filtered">The share of scored signals that the advisor did not let through, of the first seed; NaN without it.</param>
/// <param name="NineTenthsBy">The share of the time by which nine tenths of the trades were entered, over all seeds; NaN without trades.</param>
public sealed record EngineRow(
    string Name,
    string? Without,
    bool Hindsight,
    double Trades,
    ConfidenceInterval Mean,
    double TotalR,
    double NetReturn,
    double MaximumDrawdown,
    double Explored,
    AdviceEffect? Effect,
    double Filtered,
    double NineTenthsBy);
