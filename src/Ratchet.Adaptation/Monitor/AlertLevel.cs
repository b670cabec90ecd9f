namespace Ratchet.Adaptation.Monitor;

/// <summary>How urgent an alert is.</summary>
public enum AlertLevel
{
    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>To be looked at soon.</summary>
    Alert,

    /// <summary>To be looked at now.</summary>
    Critical,
}
