namespace Ratchet.Validation.Splits;

/// <summary>How much of a history is sealed for the final judgement.</summary>
public sealed record HoldOutOptions
{
    /// <summary>Calendar months before the last bar. Default 6, from 1.</summary>
    public int Months { get; init; } = 6;

    /// <summary>The largest share of the time from the first bar to the last that may be sealed, in (0, 1). Default 0.2.</summary>
    public double MaximumShare { get; init; } = 0.2;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Months, 1);
        if (!(MaximumShare > 0 && MaximumShare < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumShare), MaximumShare, "MaximumShare must be in (0, 1).");
        }
    }
}
