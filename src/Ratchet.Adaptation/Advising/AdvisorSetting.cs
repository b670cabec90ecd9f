using System.Globalization;

namespace Ratchet.Adaptation.Advising;

/// <summary>A setting that can be changed while the advisor runs. Switches are 0 or 1.</summary>
/// <param name="Name">Its name, such as <c>quality.threshold</c>.</param>
/// <param name="IsSwitch">Whether it is on or off.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Read">Its value in options.</param>
/// <param name="With">Options with another value.</param>
public sealed record AdvisorSetting(
    string Name, bool IsSwitch, string Meaning, Func<AdvisorOptions, double> Read, Func<AdvisorOptions, double, AdvisorOptions> With)
{
    /// <summary>Its value as people write it: <c>on</c>, <c>off</c>, or a number.</summary>
    /// <param name="options">The options.</param>
    public string Text(AdvisorOptions options) =>
        IsSwitch ? Read(options) != 0 ? "on" : "off" : Read(options).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Options with the value that a text gives.</summary>
    /// <param name="options">The options.</param>
    /// <param name="text"><c>on</c>, <c>off</c>, or a number.</param>
    /// <exception cref="ArgumentException">The text is none of these.</exception>
    public AdvisorOptions WithText(AdvisorOptions options, string text)
    {
        if (IsSwitch)
        {
            return text switch
            {
                "on" or "1" or "true" => With(options, 1),
                "off" or "0" or "false" => With(options, 0),
                _ => throw new ArgumentException($"{Name} must be on or off; it is '{text}'.", nameof(text)),
            };
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? With(options, value)
            : throw new ArgumentException($"{Name} must be a number; it is '{text}'.", nameof(text));
    }
}
