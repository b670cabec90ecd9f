using System.Globalization;

namespace Ratchet.Features.Sets;

/// <summary>
/// A feature with parameters: its name followed by a whole number a parameter, such as <c>ema_ratio_5_34</c> for <c>ema_ratio</c> with fast 5 and slow 34.
/// </summary>
/// <param name="Name">The name before the parameters.</param>
/// <param name="Parameters">What may be chosen, in the order of the identifier.</param>
/// <param name="Make">Makes the family for values in range; it yields a feature named by <see cref="Identifier"/>.</param>
public sealed record FeaturePattern(string Name, IReadOnlyList<ParameterRange> Parameters, Func<int[], IFeatureFamily> Make)
{
    /// <summary>Names the family: patterns of one group share the family that equal parameters make, which is then computed once.</summary>
    public string Group { get; init; } = Name;

    /// <summary>A rule between parameters: the later must be greater than the one before (such as fast and slow). Holds for the first two; default false.</summary>
    public bool IsRising { get; init; }

    /// <summary>Such as <c>ema_ratio_&lt;fast&gt;_&lt;slow&gt; (fast in [1, 10000], slow in [1, 10000])</c>.</summary>
    public string Shape =>
        $"{Name}_{string.Join('_', Parameters.Select(p => $"<{p.Name}>"))} ({string.Join(", ", Parameters)}{(IsRising ? $", {Parameters[0].Name} below {Parameters[1].Name}" : string.Empty)})";

    /// <summary>The stable identifier for values of the parameters.</summary>
    /// <param name="values">One a parameter.</param>
    public string Identifier(IEnumerable<int> values) =>
        $"{Name}_{string.Join('_', values.Select(v => v.ToString(CultureInfo.InvariantCulture)))}";

    /// <summary>Whether values may be given to <see cref="Make"/>.</summary>
    /// <param name="values">One a parameter.</param>
    public bool Allows(IReadOnlyList<int> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (!Parameters[i].Contains(values[i]))
            {
                return false;
            }
        }

        return !IsRising || values[1] > values[0];
    }

    /// <summary>Reads the parameters of a name that has this form; null where it has another. The values may be out of range.</summary>
    internal int[]? Read(string name)
    {
        if (name.Length <= Name.Length || name[Name.Length] != '_' || !name.StartsWith(Name, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = name[(Name.Length + 1)..].Split('_');
        if (parts.Length != Parameters.Count)
        {
            return null;
        }

        var values = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            // One text for one value: no sign, no leading zero.
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out values[i]) || (parts[i].Length > 1 && parts[i][0] == '0'))
            {
                return null;
            }
        }

        return values;
    }
}
