using Ratchet.Market.Bars;

namespace Ratchet.Strategies.Signals;

/// <summary>Filtered probabilities of the rising and the falling regime of one symbol, bar by bar.</summary>
public interface IRegimeSource
{
    /// <summary>Takes a closed bar and tells the probabilities as of its close; both NaN while they are not known.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="bull">The probability of the rising regime, in [0, 1].</param>
    /// <param name="bear">The probability of the falling regime, in [0, 1].</param>
    void Update(in Bar bar, out double bull, out double bear);
}
