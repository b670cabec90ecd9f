namespace Ratchet.Search.Spaces;

/// <summary>One of several named choices, each equally likely. The internal value is the index of the choice.</summary>
public sealed record CategoricalDistribution : Distribution
{
    private readonly string[] choices;

    /// <summary>Declares the choices.</summary>
    /// <param name="Choices">At least one; no two alike. Their order is part of the distribution.</param>
    /// <exception cref="ArgumentException">There is no choice, one is null, or two are alike.</exception>
#pragma warning disable CA1707, IDE1006 // The parameter is named like the property, so that a named argument reads as in a positional record.
    public CategoricalDistribution(IReadOnlyList<string> Choices)
#pragma warning restore CA1707, IDE1006
    {
        ArgumentNullException.ThrowIfNull(Choices);
        if (Choices.Count == 0)
        {
            throw new ArgumentException("A categorical distribution needs at least one choice.", nameof(Choices));
        }

        choices = [.. Choices];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i] is null || !seen.Add(choices[i]))
            {
                throw new ArgumentException($"Choices must be distinct and not null, but choice {i} is '{choices[i]}'.", nameof(Choices));
            }
        }
    }

    /// <summary>The choices in order.</summary>
    public IReadOnlyList<string> Choices => choices;

    /// <inheritdoc/>
    public override double FromUnit(double unit)
    {
        RequireUnit(unit);
        return Math.Min((int)(unit * choices.Length), choices.Length - 1);
    }

    /// <inheritdoc/>
    public override double Normalise(double value)
    {
        RequireNumber(value);
        return Math.Round(Math.Clamp(value, 0, choices.Length - 1), MidpointRounding.AwayFromZero) + 0.0;
    }

    /// <inheritdoc/>
    public override object ToExternal(double value) => choices[(int)value];

    /// <inheritdoc/>
    public override bool Agrees(Distribution other) => Equals(other as CategoricalDistribution);

    /// <summary>The index of a choice.</summary>
    /// <param name="choice">One of <see cref="Choices"/>.</param>
    /// <exception cref="ArgumentException">There is no such choice.</exception>
    public int IndexOf(string choice)
    {
        var index = Array.IndexOf(choices, choice);
        return index >= 0
            ? index
            : throw new ArgumentException($"'{choice}' is none of the choices {string.Join(", ", choices)}.", nameof(choice));
    }

    /// <summary>Equal if the choices are the same in the same order.</summary>
    /// <param name="other">The other distribution.</param>
    public bool Equals(CategoricalDistribution? other) => other is not null && choices.AsSpan().SequenceEqual(other.choices);

    /// <inheritdoc/>
    public override int GetHashCode() => (choices.Length * 397) ^ StringComparer.Ordinal.GetHashCode(choices[0]);
}
