using Ratchet.Market.Bars;

namespace Ratchet.Features.Sets;

/// <summary>The streaming form of a feature family for one symbol: its cost a bar does not grow with history.</summary>
public interface IFeatureStream
{
    /// <summary>Takes one closed bar and writes the features as of its close; NaN before their warm-up.</summary>
    /// <param name="bar">The bar that closed.</param>
    /// <param name="outputs">One element a feature of the family.</param>
    void Update(in Bar bar, Span<double> outputs);

    /// <summary>Forgets everything.</summary>
    void Reset();
}
