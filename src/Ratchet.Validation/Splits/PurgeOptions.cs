namespace Ratchet.Validation.Splits;

/// <summary>How far training samples keep away from test samples. Lengths are in bars; the caller converts from hours.</summary>
public sealed record PurgeOptions
{
    /// <summary>The least gap, in bars, on both sides of every test block; labels that overlap the block are removed beyond it too. Default 24, from 0.</summary>
    public int PurgeBars { get; init; } = 24;

    /// <summary>Bars that stay out of training after a test block, on top of the purge. Default 12, from 0.</summary>
    public int EmbargoBars { get; init; } = 12;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is below 0.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(PurgeBars);
        ArgumentOutOfRangeException.ThrowIfNegative(EmbargoBars);
    }
}
