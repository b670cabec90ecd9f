using System.Globalization;
using Ratchet.Adaptation.Selection;
using Ratchet.Hosting.Configuration;
using Ratchet.Trading.Profiles;

namespace Ratchet.Hosting.Composition;

/// <summary>The selector's settings out of all layers, checked against the profiles that are used.</summary>
public static class SelectorConfiguration
{
    /// <summary>The settings.</summary>
    /// <param name="loaded">All layers.</param>
    /// <param name="profiles">What the default profile may be.</param>
    /// <exception cref="ConfigurationException">A value is outside its range; the message names the setting, where it came from, the value and what is allowed.</exception>
    public static SelectorSettings Read(LoadedConfiguration loaded, IReadOnlyList<TradeProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var settings = loaded.Value.Selector;
        try
        {
            settings.Validate(profiles);
            return settings;
        }
        catch (ArgumentOutOfRangeException exception)
        {
            var wrong = loaded.Settings.Single(s => s.Path.Equals($"selector.{exception.ParamName}", StringComparison.OrdinalIgnoreCase));
            var rule = exception.Message[..exception.Message.IndexOf(" (Parameter '", StringComparison.Ordinal)];
            throw new ConfigurationException(
                $"Setting '{wrong.Path}' from {wrong.Source} is {string.Create(CultureInfo.InvariantCulture, $"'{exception.ActualValue}'")}; {rule.Replace($"{exception.ParamName} must", "it must", StringComparison.Ordinal)}");
        }
    }
}
