namespace Ratchet.Features.OrderFlow;

/// <summary>
/// A sum to which terms are added and from which they are taken away again, kept in two doubles, so that a long life does not let errors grow
/// (error-free addition: Knuth 1969; Dekker 1971).
/// </summary>
internal struct CompensatedSum
{
    private double high;
    private double low;

    public readonly double Value => high + low;

    public void Add(double term)
    {
        var sum = high + term;
        var part = sum - high;
        low += (high - (sum - part)) + (term - part);
        high = sum;
    }

    public void Clear() => (high, low) = (0, 0);
}
