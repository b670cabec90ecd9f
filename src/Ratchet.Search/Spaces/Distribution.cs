namespace Ratchet.Search.Spaces;

/// <summary>
/// The set of values that one parameter may take. A distribution is data: it is compared by value and stored beside each trial.
/// Every value has an internal form, a double: the number itself, or the index of a category's choice.
/// </summary>
public abstract record Distribution
{
    /// <summary>The distributions of this project are all there are.</summary>
    private protected Distribution()
    {
    }

    /// <summary>Maps a uniform number to a value of the distribution, so that uniform numbers give the distribution's own law.</summary>
    /// <param name="unit">A number in [0, 1).</param>
    /// <returns>An internal value, already normalised.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside [0, 1).</exception>
    public abstract double FromUnit(double unit);

    /// <summary>The nearest value of the distribution: rounded to its steps or its resolution and clamped to its bounds. Idempotent.</summary>
    /// <param name="value">An internal value; infinities are clamped.</param>
    /// <exception cref="ArgumentException">The value is NaN.</exception>
    public abstract double Normalise(double value);

    /// <summary>What a user sees: a <see cref="double"/>, a <see cref="long"/> or the choice as a <see cref="string"/>.</summary>
    /// <param name="value">An internal value.</param>
    public abstract object ToExternal(double value);

    /// <summary>
    /// Whether trials with this and the other distribution may stand in one study: the same class, the same use of a logarithm and the
    /// same choices in the same order. Bounds and steps may differ (the rule of Optuna's storage).
    /// </summary>
    /// <param name="other">The other distribution of the same parameter name.</param>
    public abstract bool Agrees(Distribution other);

    /// <summary>Throws unless the number is in [0, 1).</summary>
    private protected static void RequireUnit(double unit)
    {
        if (!(unit >= 0 && unit < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "A unit number must be in [0, 1).");
        }
    }

    /// <summary>Throws if the value is NaN.</summary>
    private protected static void RequireNumber(double value)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentException("A parameter's value must be a number, but it is NaN.", nameof(value));
        }
    }
}
