using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volatility;

/// <summary>The step of <see cref="BollingerFamily"/>.</summary>
public struct BollingerStep : IFeatureStep
{
    private readonly double channelMultiple;
    private BollingerRecurrence bands;
    private AtrStep range;

    internal BollingerStep(int period, double multiple, double channelMultiple)
    {
        this.channelMultiple = channelMultiple;
        bands = new(period, multiple);
        range = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var values = bands.Update(bar.Close);
        var width = values.Upper - values.Lower;
        width = Flatness.IsFlat(width, bar.Close) ? 0 : width;
        var channel = channelMultiple * range.Update(bar.High, bar.Low, bar.Close);
        outputs[0] = Flatness.Position(bar.Close, values.Lower, values.Upper);
        outputs[1] = width / values.Middle;
        outputs[2] = Flatness.IsFlat(channel, bar.Close) ? 1 : width / 2 / channel;
    }
}
