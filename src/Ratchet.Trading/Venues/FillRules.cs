using Ratchet.Market.Bars;

namespace Ratchet.Trading.Venues;

/// <summary>What the paper venue grants: how much of an order a bar fills, at what price and for what fee.</summary>
internal sealed class FillRules(VenueOptions options)
{
    private readonly double volumeShare = options.VolumeShare;

    public SlippageRule Slippage { get; } = new(options);

    public decimal TakerFee { get; } = (decimal)options.TakerFee;

    public decimal MakerFee { get; } = (decimal)options.MakerFeeInEffect;

    /// <summary>The part of a quantity that one order gets from a bar.</summary>
    public decimal Granted(decimal wanted, in Bar bar, InstrumentScale scale) =>
        volumeShare == 0 ? wanted : Math.Min(wanted, scale.Lots(volumeShare * bar.Volume));

    /// <summary>The fill price of an order that takes from the book at a price.</summary>
    public double Take(double price, int side, decimal quantity, in Bar bar, InstrumentScale scale) =>
        scale.RoundFill(Slippage.Apply(price, side, quantity, bar), side);
}
