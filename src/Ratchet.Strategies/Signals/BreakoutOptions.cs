namespace Ratchet.Strategies.Signals;

/// <summary>The settings of <see cref="Breakout"/>.</summary>
public sealed record BreakoutOptions
{
    /// <summary>Bars of the channel, the breaking one not among them. 2 to 10,000; default 20.</summary>
    public int ChannelBars { get; init; } = 20;

    /// <summary>The least volume of the breaking bar over the mean of 20 bars, its own among them. In [0, 20]; default 1.5.</summary>
    public double MinimumVolumeRatio { get; init; } = 1.5;

    /// <summary>The least distance of the close beyond the channel, in ATRs. In [0, 10], not above <see cref="MaximumBreak"/>; default 0.</summary>
    public double MinimumBreak { get; init; }

    /// <summary>The largest distance of the close beyond the channel, in ATRs: what has run further is not chased. In [0, 100]; default 2.</summary>
    public double MaximumBreak { get; init; } = 2;

    /// <summary>How strength becomes confidence.</summary>
    public ConfidenceScale Confidence { get; init; } = new();

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Require(nameof(ChannelBars), ChannelBars, 2, 10_000);
        OptionRange.Require(nameof(MinimumVolumeRatio), MinimumVolumeRatio, 0, 20);
        OptionRange.Require(nameof(MaximumBreak), MaximumBreak, 0, 100);
        OptionRange.Require(nameof(MinimumBreak), MinimumBreak, 0, Math.Min(10, MaximumBreak));
        Confidence.Validate();
    }
}
