namespace Ratchet.Trading.Events;

/// <summary>What a strategy needs before it may trade a symbol. The risk gate refuses entries while something required is missing.</summary>
/// <param name="Strategy">The strategy's place in the options.</param>
/// <param name="WarmedUp">Whether features and models have seen enough bars.</param>
/// <param name="ModelTrainedAt">When the model's data ended, in milliseconds since 1970-01-01 UTC; 0 where the strategy has no model, -1 where it is missing.</param>
/// <param name="DataQuality">Good bars over expected bars of the recent data, in [0, 1].</param>
/// <param name="RegimeKnown">Whether the regime is known, or the strategy needs none.</param>
/// <param name="LedgerConsistent">Whether the journal agrees with the engine.</param>
public sealed record Readiness(int Strategy, bool WarmedUp, long ModelTrainedAt, double DataQuality, bool RegimeKnown, bool LedgerConsistent);
