using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Bandits;

/// <summary>
/// The two-sided test of Page (1954) and Hinkley (1971) for a change of the mean: the sums of (x - mean - tolerance) and (mean - x - tolerance) since the last
/// break, each measured from its least; a break is where one exceeds the threshold. Constant time and memory.
/// </summary>
internal struct PageHinkley
{
    private double count;
    private double mean;
    private double up;
    private double down;

    /// <summary>Takes a number; true at a break, after which it begins anew.</summary>
    public bool Add(double value, double tolerance, double threshold)
    {
        count++;
        mean += (value - mean) / count;

        // The sum less its least is the sum that is held at or above 0.
        up = Math.Max(0, up + value - mean - tolerance);
        down = Math.Max(0, down + mean - value - tolerance);
        if (up <= threshold && down <= threshold)
        {
            return false;
        }

        this = default;
        return true;
    }

    public readonly void Write(StateWriter writer)
    {
        writer.Write(count);
        writer.Write(mean);
        writer.Write(up);
        writer.Write(down);
    }

    public void Read(ref StateReader reader)
    {
        count = reader.ReadDouble();
        mean = reader.ReadDouble();
        up = reader.ReadDouble();
        down = reader.ReadDouble();
    }

    internal readonly double[] ToArray() => [count, mean, up, down];

    internal static PageHinkley From(IReadOnlyList<double> parts) => new() { count = parts[0], mean = parts[1], up = parts[2], down = parts[3] };
}
