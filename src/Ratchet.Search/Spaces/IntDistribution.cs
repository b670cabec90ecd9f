namespace Ratchet.Search.Spaces;

/// <summary>Whole numbers Low, Low + Step, … up to High; uniform over them, or uniform in the logarithm (then the step is 1).</summary>
public sealed record IntDistribution : Distribution
{
    private const long Largest = 1L << 53;

    /// <summary>Declares the distribution.</summary>
    /// <param name="Low">The lower bound, included; at least 1 if logarithmic.</param>
    /// <param name="High">The upper bound, included; not below the lower. Where the step does not reach it, the last reachable number takes its place.</param>
    /// <param name="Log">Whether the logarithm of the value is uniform; needs a step of 1.</param>
    /// <param name="Step">The distance between neighbours, at least 1.</param>
    /// <exception cref="ArgumentException">The bounds are in the wrong order or beyond ±2^53, or log and step do not fit.</exception>
#pragma warning disable CA1707, IDE1006 // Parameters are named like the properties, so that named arguments read as in a positional record.
    public IntDistribution(long Low, long High, bool Log = false, long Step = 1)
#pragma warning restore CA1707, IDE1006
    {
        if (Low > High || Low < -Largest || High > Largest)
        {
            throw new ArgumentException($"Bounds must satisfy -2^53 <= Low <= High <= 2^53, but Low = {Low} and High = {High}.", nameof(High));
        }

        if (Step < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Step), Step, "A step must be at least 1.");
        }

        if (Log && Low < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Low), Low, "A logarithmic distribution of whole numbers needs Low >= 1.");
        }

        if (Log && Step != 1)
        {
            throw new ArgumentException($"A logarithmic distribution of whole numbers needs a step of 1, but Step = {Step}.", nameof(Step));
        }

        this.Low = Low;
        this.High = Low + ((High - Low) / Step * Step);
        this.Log = Log;
        this.Step = Step;
    }

    /// <summary>The lower bound, included.</summary>
    public long Low { get; }

    /// <summary>The upper bound, included; reachable from the lower in whole steps.</summary>
    public long High { get; }

    /// <summary>Whether the logarithm is uniform.</summary>
    public bool Log { get; }

    /// <summary>The distance between neighbours.</summary>
    public long Step { get; }

    /// <inheritdoc/>
    /// <remarks>A logarithmic draw is uniform in log over [Low - 1/2, High + 1/2] and rounded, as in Optuna.</remarks>
    public override double FromUnit(double unit)
    {
        RequireUnit(unit);
        if (Log)
        {
            var low = Math.Log(Low - 0.5);
            return Normalise(Math.Exp(low + (unit * (Math.Log(High + 0.5) - low))));
        }

        var count = ((High - Low) / Step) + 1;
        return Low + (Math.Min((long)(unit * count), count - 1) * Step);
    }

    /// <inheritdoc/>
    public override double Normalise(double value)
    {
        RequireNumber(value);
        var clamped = Math.Clamp(value, Low, High);
        return Low + ((long)Math.Round((clamped - Low) / Step, MidpointRounding.AwayFromZero) * Step);
    }

    /// <inheritdoc/>
    public override object ToExternal(double value) => (long)value;

    /// <inheritdoc/>
    public override bool Agrees(Distribution other) => other is IntDistribution whole && whole.Log == Log;
}
