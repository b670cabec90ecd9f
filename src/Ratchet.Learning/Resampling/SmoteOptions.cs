namespace Ratchet.Learning.Resampling;

/// <summary>How rare classes are filled up.</summary>
public sealed record SmoteOptions
{
    /// <summary>k: how many nearest rows of its class a row may be joined with; default 5, from 1. A class with fewer other rows uses those it has.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>A class is filled up to this share of the largest class's rows, rounded down; default 1, in (0, 1].</summary>
    public double TargetRatio { get; init; } = 1;

    /// <summary>What a synthetic row weighs, times the weight interpolated between its two parents; default 1, in (0, 1].</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range; the text names field, value and range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Neighbours, 1);
        Require(TargetRatio, nameof(TargetRatio));
        Require(Weight, nameof(Weight));
    }

    private static void Require(double value, string name)
    {
        if (!(value is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be in (0, 1].");
        }
    }
}
