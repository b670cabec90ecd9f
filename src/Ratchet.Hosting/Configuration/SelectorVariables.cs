using Ratchet.Adaptation.Selection;

namespace Ratchet.Hosting.Configuration;

/// <summary>The environment variables of the selector that have names of their own, and the settings they stand for.</summary>
internal static class SelectorVariables
{
    private static readonly (string Variable, string Path)[] All =
    [
        (SelectorSettings.EnabledVariable, "selector.enabled"),
        (SelectorSettings.EpsilonVariable, "selector.epsilon"),
        (SelectorSettings.AlphaVariable, "selector.alpha"),
        (SelectorSettings.TrendAdxVariable, "selector.trendAdx"),
        (SelectorSettings.HighVolatilityVariable, "selector.highVolatility"),
        (SelectorSettings.DefaultStrategyVariable, "selector.defaultStrategy"),
    ];

    /// <summary>Those that are set and not blank. The words yes, on and 1 are true; no, off and 0 are false.</summary>
    public static IEnumerable<(string Path, string Text, string Variable)> Of(IReadOnlyDictionary<string, string> variables)
    {
        foreach (var (variable, path) in All)
        {
            if (variables.GetValueOrDefault(variable) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                yield return (path, variable == SelectorSettings.EnabledVariable ? Truth(text.Trim()) : text.Trim(), variable);
            }
        }
    }

    private static string Truth(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "ON" => "true",
        "FALSE" or "0" or "NO" or "OFF" => "false",
        _ => text,
    };
}
