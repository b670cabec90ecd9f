using Ratchet.Market.Bars;

namespace Ratchet.Features.Sets;

/// <summary>
/// The state of one calculation and its single recurrence: one closed bar in, the values as of its close out.
/// A mutable struct, so that loops over it are compiled for it alone, without interface dispatch.
/// </summary>
public interface IFeatureStep
{
    /// <summary>Takes one closed bar and writes one value an output; NaN before an output's warm-up. It allocates nothing.</summary>
    /// <param name="bar">The bar that closed.</param>
    /// <param name="outputs">One element a feature of the family.</param>
    void Update(in Bar bar, Span<double> outputs);
}
