namespace Ratchet.Features.Trend;

/// <summary>
/// The recurrence of the parabolic stop and reverse; a short position is the mirror of a long one, at the price with its sign turned.
/// </summary>
internal struct ParabolicSarRecurrence
{
    private readonly double acceleration;
    private readonly double maximum;
    private int seen;
    private bool isLong;
    private double stop;
    private double extreme;
    private double factor;
    private double highBefore;
    private double lowBefore;

    public ParabolicSarRecurrence(double acceleration, double maximum) =>
        (this.acceleration, this.maximum, factor) = (acceleration, maximum, Math.Min(acceleration, maximum));

    public double Update(double high, double low)
    {
        if (seen == 0)
        {
            seen = 1;
            (highBefore, lowBefore) = (high, low);
            return double.NaN;
        }

        if (seen == 1)
        {
            seen = 2;
            Enter(high, low);
        }

        // In the mirror of a short position the low is the high with its sign turned.
        var value = isLong ? Advance(high, low, highBefore, lowBefore) : -Advance(-low, -high, -lowBefore, -highBefore);
        (highBefore, lowBefore) = (high, low);
        return value;
    }

    private void Enter(double high, double low)
    {
        var (up, down) = (high - highBefore, lowBefore - low);
        isLong = !(down > 0 && up < down);
        (stop, extreme) = isLong ? (lowBefore, high) : (-highBefore, -low);

        // The first bar counts as its own predecessor.
        (highBefore, lowBefore) = (high, low);
    }

    private double Advance(double high, double low, double highLast, double lowLast)
    {
        if (low <= stop)
        {
            // Reversed: the stop jumps to the extreme, beyond both bars; the state is kept in the mirror from here on.
            var jumped = Math.Max(extreme, Math.Max(highLast, high));
            isLong = !isLong;
            factor = acceleration;
            extreme = -low;
            stop = Math.Min(-jumped + (factor * (extreme + jumped)), Math.Min(-highLast, -high));
            return jumped;
        }

        var value = stop;
        if (high > extreme)
        {
            extreme = high;
            factor = Math.Min(factor + acceleration, maximum);
        }

        stop = Math.Min(stop + (factor * (extreme - stop)), Math.Min(lowLast, low));
        return value;
    }
}
