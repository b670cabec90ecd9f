using Ratchet.Search.Spaces;

namespace Ratchet.Search.Studies;

/// <summary>A parameter of a trial.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its internal value: the number, or the index of the choice.</param>
/// <param name="Distribution">What it was drawn from.</param>
public sealed record TrialParameter(string Name, double Value, Distribution Distribution)
{
    /// <summary>The parameters of a configuration in the order of its space.</summary>
    /// <param name="parameters">The configuration.</param>
    public static IReadOnlyList<TrialParameter> From(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var space = parameters.Space;
        var result = new TrialParameter[space.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new TrialParameter(space.Names[i], parameters.Values[i], space.Distributions[i]);
        }

        return result;
    }
}
