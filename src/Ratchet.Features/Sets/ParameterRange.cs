namespace Ratchet.Features.Sets;

/// <summary>A whole-number parameter of a feature.</summary>
/// <param name="Name">As in a feature set's JSON, such as <c>period</c>.</param>
/// <param name="Least">The least value allowed.</param>
/// <param name="Greatest">The greatest value allowed.</param>
public readonly record struct ParameterRange(string Name, int Least, int Greatest)
{
    /// <summary>Whether a value is allowed.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(int value) => value >= Least && value <= Greatest;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} in [{Least}, {Greatest}]";
}
