namespace Ratchet.Search.Spaces;

/// <summary>The named parameters of a search, each with its distribution, in a fixed order. Immutable and safe for several threads.</summary>
public sealed class SearchSpace
{
    private const int LongestName = 512;
    private readonly string[] names;
    private readonly Distribution[] distributions;
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <summary>Declares the space.</summary>
    /// <param name="parameters">At least one; names are distinct, not empty and at most 512 characters long.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a name breaks the rule.</exception>
    public SearchSpace(IEnumerable<(string Name, Distribution Distribution)> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var all = parameters.ToArray();
        if (all.Length == 0)
        {
            throw new ArgumentException("A search space needs at least one parameter.", nameof(parameters));
        }

        names = Array.ConvertAll(all, p => p.Name);
        distributions = Array.ConvertAll(all, p => p.Distribution);
        for (var i = 0; i < names.Length; i++)
        {
            if (string.IsNullOrEmpty(names[i]) || names[i].Length > LongestName)
            {
                throw new ArgumentException($"A parameter's name must have 1 to {LongestName} characters, but parameter {i} is '{names[i]}'.", nameof(parameters));
            }

            if (distributions[i] is null)
            {
                throw new ArgumentException($"Parameter '{names[i]}' has no distribution.", nameof(parameters));
            }

            if (!indices.TryAdd(names[i], i))
            {
                throw new ArgumentException($"Parameter names must be distinct, but '{names[i]}' stands twice.", nameof(parameters));
            }
        }
    }

    /// <summary>How many parameters there are.</summary>
    public int Count => names.Length;

    /// <summary>The names in order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The distributions in the order of the names.</summary>
    public IReadOnlyList<Distribution> Distributions => distributions;

    /// <summary>The distribution of a parameter.</summary>
    /// <param name="name">Its name.</param>
    public Distribution this[string name] => distributions[IndexOf(name)];

    /// <summary>Whether there is such a parameter.</summary>
    /// <param name="name">A name.</param>
    public bool Contains(string name) => indices.ContainsKey(name);

    /// <summary>The position of a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public int IndexOf(string name) => indices.TryGetValue(name, out var index)
        ? index
        : throw new ArgumentException($"The search space has no parameter '{name}'; it has {string.Join(", ", names)}.", nameof(name));

    /// <summary>Rounds each value to its parameter's steps or resolution and clamps it to the bounds.</summary>
    /// <param name="values">Internal values, one a parameter, in order.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">The number of values is wrong or a value is NaN.</exception>
    public double[] Normalise(ReadOnlySpan<double> values)
    {
        if (values.Length != names.Length)
        {
            throw new ArgumentException($"The space has {names.Length} parameters, but {values.Length} values were given.", nameof(values));
        }

        var normal = new double[values.Length];
        for (var i = 0; i < normal.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                throw new ArgumentException($"The value of parameter '{names[i]}' is NaN.", nameof(values));
            }

            normal[i] = distributions[i].Normalise(values[i]);
        }

        return normal;
    }
}
