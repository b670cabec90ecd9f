namespace Ratchet.Validation.Splits;

/// <summary>How a history is walked through: learn on the past, judge on the window that follows, step on.</summary>
public sealed record WalkForwardOptions
{
    /// <summary>How many test windows are wanted; fewer are made when the data does not allow as many. Default 51, from 1.</summary>
    public int Windows { get; init; } = 51;

    /// <summary>Whether training always begins with the first sample (true) or has a fixed length that rolls along (false, the default).</summary>
    public bool Anchored { get; init; }

    /// <summary>The least number of samples in a test window. Default 168 (a week of hours), from 1.</summary>
    public int MinimumTestBars { get; init; } = 168;

    /// <summary>The share of the samples before the first test window, in (0, 1). A rolling training window has this length. Default 0.5.</summary>
    public double FirstTestShare { get; init; } = 0.5;

    /// <summary>The least number of training samples that a window may have; the first test window begins later where that is needed. Default 1,000, from 1.</summary>
    public int MinimumTrainingSamples { get; init; } = 1000;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Windows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumTestBars, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumTrainingSamples, 1);
        if (!(FirstTestShare > 0 && FirstTestShare < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(FirstTestShare), FirstTestShare, "FirstTestShare must be in (0, 1).");
        }
    }
}
