using System.Globalization;
using System.Text;

namespace Ratchet.Search.Spaces;

/// <summary>
/// One configuration: a value for each parameter of a space. Values are normalised on entry, so that two sets that mean the same
/// configuration are equal by <see cref="Key"/>. Immutable.
/// </summary>
public sealed class ParameterSet
{
    private readonly double[] values;
    private string? key;

    /// <summary>Takes values for a space and normalises them.</summary>
    /// <param name="space">The space.</param>
    /// <param name="values">Internal values, one a parameter, in the space's order.</param>
    /// <exception cref="ArgumentException">The number of values is wrong or a value is NaN.</exception>
    public ParameterSet(SearchSpace space, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
        this.values = space.Normalise(values);
    }

    /// <summary>The space that the values belong to.</summary>
    public SearchSpace Space { get; }

    /// <summary>The internal values in the space's order.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>
    /// The canonical text of the normalised values, <c>name=value;…</c> in the space's order, numbers in their shortest exact form, names and
    /// choices percent-encoded. Two sets of one space are the same configuration exactly if their keys are equal.
    /// </summary>
    public string Key => key ??= MakeKey();

    /// <summary>The values as a user sees them: a double, a long or a string for each name.</summary>
    public IReadOnlyDictionary<string, object> AsDictionary
    {
        get
        {
            var result = new Dictionary<string, object>(values.Length, StringComparer.Ordinal);
            for (var i = 0; i < values.Length; i++)
            {
                result.Add(Space.Names[i], Space.Distributions[i].ToExternal(values[i]));
            }

            return result;
        }
    }

    /// <summary>The internal value of a parameter: the number, or the index of the choice.</summary>
    /// <param name="name">The parameter's name.</param>
    public double this[string name] => values[Space.IndexOf(name)];

    /// <summary>The value of a parameter of real or whole numbers.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentException">The parameter is categorical or does not exist.</exception>
    public double GetFloat(string name) => Space[name] is CategoricalDistribution
        ? throw new ArgumentException($"Parameter '{name}' is categorical; use GetChoice.", nameof(name))
        : this[name];

    /// <summary>The value of a parameter of whole numbers.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentException">The parameter is not one of whole numbers or does not exist.</exception>
    /// <exception cref="OverflowException">The value does not fit 32 bits.</exception>
    public int GetInt(string name) => Space[name] is IntDistribution
        ? checked((int)this[name])
        : throw new ArgumentException($"Parameter '{name}' is not one of whole numbers.", nameof(name));

    /// <summary>The choice of a categorical parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentException">The parameter is not categorical or does not exist.</exception>
    public string GetChoice(string name) => Space[name] is CategoricalDistribution category
        ? category.Choices[(int)this[name]]
        : throw new ArgumentException($"Parameter '{name}' is not categorical.", nameof(name));

    /// <summary>The same configuration with one value replaced and normalised.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The new internal value.</param>
    public ParameterSet With(string name, double value)
    {
        var changed = (double[])values.Clone();
        changed[Space.IndexOf(name)] = value;
        return new ParameterSet(Space, changed);
    }

    /// <summary>The same configuration with another choice of a categorical parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="choice">One of its choices.</param>
    public ParameterSet With(string name, string choice) => Space[name] is CategoricalDistribution category
        ? With(name, category.IndexOf(choice))
        : throw new ArgumentException($"Parameter '{name}' is not categorical.", nameof(name));

    /// <summary>The <see cref="Key"/>.</summary>
    public override string ToString() => Key;

    private string MakeKey()
    {
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                text.Append(';');
            }

            text.Append(Uri.EscapeDataString(Space.Names[i])).Append('=').Append(Space.Distributions[i].ToExternal(values[i]) switch
            {
                string choice => Uri.EscapeDataString(choice),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var other => other.ToString(),
            });
        }

        return text.ToString();
    }
}
