namespace Ratchet.Features.Sets;

/// <summary>
/// The last <see cref="Length"/> values, oldest first by index. Sums are taken afresh over the window, in order of age, so that nothing of
/// what has left
/// it remains; meant for short windows.
/// </summary>
internal struct RollingWindow(int length)
{
    private readonly double[] values = new double[length];
    private int next;
    private int count;

    /// <summary>How many values the window holds when it is full.</summary>
    public readonly int Length => values.Length;

    /// <summary>Whether as many values were added.</summary>
    public readonly bool IsFull => count == values.Length;

    /// <summary>
    /// The older part of a full window, oldest first; the newer part follows it. Together they are the window without a copy.
    /// </summary>
    public readonly ReadOnlySpan<double> Older => values.AsSpan(next);

    /// <summary>The newer part of a full window; it may be empty.</summary>
    public readonly ReadOnlySpan<double> Newer => values.AsSpan(0, next);

    /// <summary>The sum over a full window.</summary>
    public readonly double Sum
    {
        get
        {
            var sum = 0.0;
            foreach (var value in Older)
            {
                sum += value;
            }

            foreach (var value in Newer)
            {
                sum += value;
            }

            return sum;
        }
    }

    /// <summary>The mean over a full window.</summary>
    public readonly double Mean => Sum / values.Length;

    /// <summary>A value of a full window.</summary>
    /// <param name="age">0 is the oldest.</param>
    public readonly double this[int age]
    {
        get
        {
            var index = next + age;
            return values[index < values.Length ? index : index - values.Length];
        }
    }

    /// <summary>Adds a value; the oldest leaves a full window.</summary>
    public void Add(double value)
    {
        values[next] = value;
        next = next + 1 == values.Length ? 0 : next + 1;
        count = count < values.Length ? count + 1 : count;
    }

    /// <summary>The mean of the distances to a centre, over a full window.</summary>
    public readonly double MeanDistance(double centre)
    {
        var sum = 0.0;
        foreach (var value in Older)
        {
            sum += Math.Abs(value - centre);
        }

        foreach (var value in Newer)
        {
            sum += Math.Abs(value - centre);
        }

        return sum / values.Length;
    }

    /// <summary>The root of the mean squared distance to a centre, over a full window.</summary>
    public readonly double RootMeanSquare(double centre)
    {
        var sum = 0.0;
        foreach (var value in Older)
        {
            sum += (value - centre) * (value - centre);
        }

        foreach (var value in Newer)
        {
            sum += (value - centre) * (value - centre);
        }

        return Math.Sqrt(sum / values.Length);
    }
}
