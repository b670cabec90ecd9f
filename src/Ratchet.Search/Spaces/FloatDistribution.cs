using System.Globalization;

namespace Ratchet.Search.Spaces;

/// <summary>
/// Real numbers in [Low, High], uniform in the value, in its logarithm, or over the grid Low, Low + Step, …
/// Without a step, values are rounded to a resolution: six significant digits of the value if logarithmic, six significant digits of the
/// width High - Low otherwise, so that the last digits of a float do not make a new configuration.
/// </summary>
public sealed record FloatDistribution : Distribution
{
    private const int Digits = 6;
    private const double GridTolerance = 1e-8;

    /// <summary>Declares the distribution.</summary>
    /// <param name="Low">The lower bound, included; positive if logarithmic.</param>
    /// <param name="High">The upper bound, included; not below the lower. Where the step does not reach it, the last grid point takes its place.</param>
    /// <param name="Log">Whether the logarithm of the value is uniform; excludes a step.</param>
    /// <param name="Step">The width of the grid, positive, or null.</param>
    /// <exception cref="ArgumentException">A bound is not finite, the bounds are in the wrong order, or log and step do not fit.</exception>
#pragma warning disable CA1707, IDE1006 // Parameters are named like the properties, so that named arguments read as in a positional record.
    public FloatDistribution(double Low, double High, bool Log = false, double? Step = null)
#pragma warning restore CA1707, IDE1006
    {
        if (!double.IsFinite(Low) || !double.IsFinite(High) || Low > High)
        {
            throw new ArgumentException($"Bounds must be finite with Low <= High, but Low = {Low} and High = {High}.", nameof(High));
        }

        if (Log && Low <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Low), Low, "A logarithmic distribution needs Low > 0.");
        }

        if (Log && Step is not null)
        {
            throw new ArgumentException($"A logarithmic distribution takes no step, but Step = {Step}.", nameof(Step));
        }

        if (Step is { } step && !(step > 0 && double.IsFinite(step)))
        {
            throw new ArgumentOutOfRangeException(nameof(Step), Step, "A step must be positive and finite.");
        }

        this.Low = Low + 0.0;
        this.High = High + 0.0;
        this.Log = Log;
        this.Step = Step;
        if (Step is { } width)
        {
            var steps = (High - Low) / width;
            if (steps > 1L << 52)
            {
                throw new ArgumentOutOfRangeException(nameof(Step), Step, "The grid has more than 2^52 steps.");
            }

            var last = Math.Floor(steps + GridTolerance);
            if (Math.Abs(steps - last) > GridTolerance)
            {
                this.High = OnGrid(last);
            }
        }
    }

    /// <summary>The lower bound, included.</summary>
    public double Low { get; }

    /// <summary>The upper bound, included.</summary>
    public double High { get; }

    /// <summary>Whether the logarithm is uniform.</summary>
    public bool Log { get; }

    /// <summary>The width of the grid, or null.</summary>
    public double? Step { get; }

    /// <inheritdoc/>
    public override double FromUnit(double unit)
    {
        RequireUnit(unit);
        if (Step is { } step)
        {
            return OnGrid(Math.Floor(unit * (LastStep(step) + 1)));
        }

        return Normalise(Log
            ? Math.Exp(Math.Log(Low) + (unit * (Math.Log(High) - Math.Log(Low))))
            : (Low * (1 - unit)) + (High * unit));
    }

    /// <inheritdoc/>
    public override double Normalise(double value)
    {
        RequireNumber(value);
        if (value <= Low || value >= High)
        {
            return value <= Low ? Low : High;
        }

        if (Step is { } step)
        {
            return OnGrid(Math.Round((value - Low) / step, MidpointRounding.AwayFromZero));
        }

        return Math.Clamp(Round(value), Low, High) + 0.0;
    }

    /// <inheritdoc/>
    public override object ToExternal(double value) => value;

    /// <inheritdoc/>
    public override bool Agrees(Distribution other) => other is FloatDistribution real && real.Log == Log;

    private static int DecimalExponent(double magnitude)
    {
        var text = magnitude.ToString("E16", CultureInfo.InvariantCulture);
        return int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    // Formatting rounds the exact binary value, so the result is the double nearest to a short decimal number on every machine.
    private double Round(double value)
    {
        if (Log)
        {
            return double.Parse(value.ToString($"E{Digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        var decimals = Digits - 1 - DecimalExponent(High - Low);
        if (decimals >= 0)
        {
            return double.Parse(value.ToString($"F{decimals}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        var unit = double.Parse($"1E{-decimals}", CultureInfo.InvariantCulture);
        return Math.Round(value / unit) * unit;
    }

    private double LastStep(double step) => Math.Floor(((High - Low) / step) + GridTolerance);

    // Decimal arithmetic where it fits, so that the third step of 0.1 is 0.3 and not 0.30000000000000004.
    private double OnGrid(double index)
    {
        var step = Step!.Value;
        if (index <= 0)
        {
            return Low;
        }

        if (index >= LastStep(step) && Math.Abs(((High - Low) / step) - LastStep(step)) <= GridTolerance)
        {
            return High;
        }

        var plain = Low + (index * step);
        var fits = Math.Abs(plain) < 1e12 && Math.Abs(Low) < 1e12 && step > 1e-12 && index < 1e12;
        return Math.Clamp(fits ? (double)((decimal)Low + ((decimal)index * (decimal)step)) : plain, Low, High) + 0.0;
    }
}
