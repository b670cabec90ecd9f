namespace Ratchet.Features.Sets;

/// <summary>Refuses spans of unequal length and periods out of range, with the numbers.</summary>
internal static class ColumnLengths
{
    public static void Check(int inputs, int outputs)
    {
        if (inputs != outputs)
        {
            throw new ArgumentException($"The output has {outputs} elements, the input {inputs}; they must agree.", nameof(outputs));
        }
    }

    public static void Check(int high, int low, int close, int outputs)
    {
        if (low != high || close != high)
        {
            throw new ArgumentException($"High has {high} elements, low {low}, close {close}; they must agree.", nameof(high));
        }

        Check(high, outputs);
    }

    public static void CheckPeriod(int period, int least = 1)
    {
        if (period < least || period > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, $"A period must be from {least} to 100,000 bars.");
        }
    }
}
