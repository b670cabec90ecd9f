using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>Exponentially weighted second moments of two returns, all three over the same bars.</summary>
internal struct PairMoments
{
    public double Product;
    public double First;
    public double Second;
    public long Count;

    public void Add(double first, double second, double weight)
    {
        Count++;
        Product += weight * ((first * second) - Product);
        First += weight * ((first * first) - First);
        Second += weight * ((second * second) - Second);
    }

    public readonly void Write(StateWriter writer)
    {
        writer.Write(Product);
        writer.Write(First);
        writer.Write(Second);
        writer.Write(Count);
    }

    public static PairMoments Read(ref StateReader reader) =>
        new() { Product = reader.ReadDouble(), First = reader.ReadDouble(), Second = reader.ReadDouble(), Count = reader.ReadInt64() };
}
