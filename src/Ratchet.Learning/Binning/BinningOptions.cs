namespace Ratchet.Learning.Binning;

/// <summary>How features are quantised.</summary>
public sealed record BinningOptions
{
    /// <summary>The most value bins a feature may have; default 255, range 2 to 255. The missing bin comes on top.</summary>
    public int MaxBins { get; init; } = 255;

    /// <summary>Checks the range of every option.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="MaxBins"/> is outside 2 to 255.</exception>
    public void Validate()
    {
        if (MaxBins is < 2 or > 255)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxBins), MaxBins, "MaxBins must be from 2 to 255.");
        }
    }
}
