namespace Ratchet.Strategies.Signals;

/// <summary>Refuses options out of their range, with field, value and range.</summary>
internal static class OptionRange
{
    public static void Require(string field, int value, int least, int greatest)
    {
        if (value < least || value > greatest)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be from {least} to {greatest}.");
        }
    }

    public static void Require(string field, double value, double least, double greatest)
    {
        if (!(value >= least && value <= greatest))
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be in [{least}, {greatest}].");
        }
    }
}
