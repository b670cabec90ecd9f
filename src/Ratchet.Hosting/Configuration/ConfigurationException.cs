namespace Ratchet.Hosting.Configuration;

/// <summary>The configuration cannot be used; the message names the setting, where it came from and what would be right.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">The whole sentence for the user.</param>
    public ConfigurationException(string message)
        : base(message)
    {
    }
}
