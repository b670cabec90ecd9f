using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>
/// One calculation that yields one or more named features (MACD yields four), defined once and run at two speeds:
/// over whole columns, and bar by bar. Both call the same step and give the same bits.
/// </summary>
public interface IFeatureFamily
{
    /// <summary>What it yields, in the order of its outputs.</summary>
    IReadOnlyList<FeatureDescriptor> Features { get; }

    /// <summary>Fills one column a feature; before a feature's warm-up the value is NaN.</summary>
    /// <param name="bars">The bars; none is looked at before its turn.</param>
    /// <param name="outputs">One array a feature, each as long as the series.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken);

    /// <summary>A fresh streaming form for one symbol.</summary>
    /// <param name="timeFrame">The length of the bars that it will be given.</param>
    IFeatureStream CreateStream(TimeFrame timeFrame);
}
