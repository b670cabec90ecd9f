namespace Ratchet.Trading.Venues;

/// <summary>How the paper venue fills orders and what it charges.</summary>
public sealed record VenueOptions
{
    /// <summary>The fee of market and stop orders, a share of the value traded. Default 0.0005, in [0, 1).</summary>
    public double TakerFee { get; init; } = 0.0005;

    /// <summary>The fee of limit orders and targets; the taker fee when not set. Default not set, in [0, 1).</summary>
    public double? MakerFee { get; init; }

    /// <summary>How market and stop orders slip. Default fixed.</summary>
    public SlippageModel Slippage { get; init; } = SlippageModel.Fixed;

    /// <summary>The fixed part of slippage, in hundredths of a per cent of the price. Default 2, in [0, 10,000).</summary>
    public double SlippageBps { get; init; } = 2;

    /// <summary>The factor of the volatility and volume models. Default 0.1, in [0, 1000].</summary>
    public double SlippageFactor { get; init; } = 0.1;

    /// <summary>The largest share of a bar's volume that one order can take; the rest fills on later bars. 0 is no bound. Default 0, in [0, 1].</summary>
    public double VolumeShare { get; init; }

    /// <summary>
    /// Whether finer bars and ticks decide what is touched first. Then orders fill on them and stops move at their closes, and a decision bar of which none came
    /// decides itself; without it, finer bars and ticks fill nothing. Default false.
    /// </summary>
    public bool FineBarsDecide { get; init; }

    /// <summary>The maker fee in effect.</summary>
    public double MakerFeeInEffect => MakerFee ?? TakerFee;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(TakerFee is >= 0 and < 1, nameof(TakerFee), TakerFee, "in [0, 1)");
        Require(MakerFeeInEffect is >= 0 and < 1, nameof(MakerFee), MakerFeeInEffect, "in [0, 1)");
        Require(SlippageBps is >= 0 and < 10_000, nameof(SlippageBps), SlippageBps, "in [0, 10000)");
        Require(SlippageFactor is >= 0 and <= 1000, nameof(SlippageFactor), SlippageFactor, "in [0, 1000]");
        Require(Enum.IsDefined(Slippage), nameof(Slippage), (int)Slippage, "a model of slippage");
        Require(VolumeShare is >= 0 and <= 1, nameof(VolumeShare), VolumeShare, "in [0, 1]");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
