using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Monitor;

/// <summary>Pearson's correlation of pairs as they come, by running means and central sums (Welford, 1962). Mutable.</summary>
internal struct PearsonSums
{
    private double meanX;
    private double meanY;
    private double sumXx;
    private double sumYy;
    private double sumXy;

    public long Count { get; private set; }

    /// <summary>In [-1, 1]; NaN below three pairs or where one side has no spread.</summary>
    public readonly double Correlation =>
        Count >= 3 && sumXx > 0 && sumYy > 0 ? Math.Clamp(sumXy / Math.Sqrt(sumXx) / Math.Sqrt(sumYy), -1, 1) : double.NaN;

    public void Add(double x, double y)
    {
        Count++;
        var dx = x - meanX;
        var dy = y - meanY;
        meanX += dx / Count;
        meanY += dy / Count;
        sumXx += dx * (x - meanX);
        sumYy += dy * (y - meanY);
        sumXy += dx * (y - meanY);
    }

    public readonly void Write(StateWriter writer)
    {
        writer.Write(Count);
        writer.Write(meanX);
        writer.Write(meanY);
        writer.Write(sumXx);
        writer.Write(sumYy);
        writer.Write(sumXy);
    }

    public static PearsonSums Read(ref StateReader reader) => new()
    {
        Count = reader.ReadInt64(),
        meanX = reader.ReadDouble(),
        meanY = reader.ReadDouble(),
        sumXx = reader.ReadDouble(),
        sumYy = reader.ReadDouble(),
        sumXy = reader.ReadDouble(),
    };
}
