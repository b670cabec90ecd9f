namespace Ratchet.Connectors.Binance;

/// <summary>Bounds of option fields, both ends allowed.</summary>
internal static class OptionRange
{
    public static void Require<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
        }
    }
}
