namespace Ratchet.Features.Labels;

/// <summary>One close after another of the exponentially weighted volatility; NaN for the first two.</summary>
internal struct EwmStep(int span)
{
    private readonly double decay = 1 - (2.0 / (span + 1));
    private double weight;
    private double squaredWeight;
    private double mean;
    private double deviation;
    private double closeBefore;
    private int seen;

    public double Update(double close)
    {
        var former = closeBefore;
        closeBefore = close;
        if (seen++ == 0)
        {
            return double.NaN;
        }

        var value = (close / former) - 1;
        weight *= decay;
        squaredWeight *= decay * decay;
        var total = weight + 1;
        var difference = value - mean;
        mean += difference / total;
        deviation = (deviation * decay) + (difference * (value - mean));
        weight = total;
        squaredWeight++;
        if (seen < 3)
        {
            return double.NaN;
        }

        seen = 3;
        var room = (weight * weight) - squaredWeight;
        return room > 0 ? Math.Sqrt(deviation / weight * (weight * weight) / room) : 0;
    }
}
