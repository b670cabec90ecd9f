namespace Ratchet.Reporting.Charts;

/// <summary>One curve.</summary>
/// <param name="Name">Shown in the legend; empty leaves it out.</param>
/// <param name="X">Positions, not descending.</param>
/// <param name="Y">Heights, one for each position; a value that is not finite is a gap.</param>
/// <param name="Colour">A colour class of <see cref="ChartColour"/>.</param>
public sealed record LineSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, string Colour)
{
    /// <summary>Drawn with dashes.</summary>
    public bool Dashed { get; init; }

    /// <summary>Drawn as steps: a value holds until the next.</summary>
    public bool Stepped { get; init; }

    /// <summary>The area between the curve and zero (or the lower edge) is filled.</summary>
    public bool Filled { get; init; }

    /// <summary>Drawn with a heavier line.</summary>
    public bool Emphasised { get; init; }

    internal void Validate()
    {
        if (X.Count != Y.Count)
        {
            throw new ArgumentException($"Series '{Name}' has {X.Count} positions and {Y.Count} heights; they must be equally many.");
        }

        for (var i = 1; i < X.Count; i++)
        {
            if (X[i] < X[i - 1])
            {
                throw new ArgumentException($"Series '{Name}' goes back at {i}: {X[i]} follows {X[i - 1]}; positions must not descend.");
            }
        }
    }

    internal LegendEntry Legend => new(Name, Colour, Dashed ? LegendSwatch.DashedLine : LegendSwatch.Line);
}
