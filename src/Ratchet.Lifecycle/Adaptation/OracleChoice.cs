using Ratchet.Adaptation.Regimes;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>A profile for each symbol and regime, fixed.</summary>
/// <param name="Best">The profiles' places, by symbol and then regime.</param>
/// <param name="Fallback">The profile of symbols that are not in the list.</param>
public sealed record OracleChoice(IReadOnlyList<int> Best, int Fallback)
{
    /// <summary>The profile of a symbol in a regime.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime.</param>
    public int Of(int symbol, MarketRegime regime) =>
        (symbol * RegimeNames.Count) + (int)regime is var place && place < Best.Count ? Best[place] : Fallback;
}
