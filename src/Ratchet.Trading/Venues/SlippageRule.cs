using Ratchet.Market.Bars;

namespace Ratchet.Trading.Venues;

/// <summary>The price at which a market or stop order fills, given the price at which it meets the market.</summary>
internal sealed class SlippageRule(VenueOptions options)
{
    // A sell never slips below this share of its price, whatever the factors say.
    private const double LeastShare = 0.01;
    private readonly double share = options.SlippageBps * 1e-4;
    private readonly double factor = options.SlippageFactor;
    private readonly SlippageModel model = options.Slippage;

    /// <summary>The fixed part, a share of the price.</summary>
    public double FixedShare => share;

    /// <summary>The price after slippage: higher for a buy (+1), lower for a sell (-1).</summary>
    public double Apply(double price, int side, decimal quantity, in Bar bar)
    {
        var slipped = model switch
        {
            SlippageModel.Fixed => price * (1 + (side * share)),
            SlippageModel.Volatility => (price * (1 + (side * share))) + (side * factor * (bar.High - bar.Low)),
            _ => price * (1 + (side * (share + (factor * Math.Sqrt(Participation(quantity, bar.Volume)))))),
        };
        return Math.Max(slipped, price * LeastShare);
    }

    private static double Participation(decimal quantity, double volume) => volume > 0 ? Math.Min(1, (double)quantity / volume) : 1;
}
