using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Tests.Binance.Download;

/// <summary>Makes a series of bars.</summary>
internal sealed record FakeSeries(Symbol Symbol, TimeFrame TimeFrame)
{
    public BarSeries Of(IEnumerable<Bar> bars)
    {
        var builder = new BarSeriesBuilder(Symbol, TimeFrame);
        foreach (var bar in bars)
        {
            builder.Add(bar);
        }

        return builder.Build();
    }
}
