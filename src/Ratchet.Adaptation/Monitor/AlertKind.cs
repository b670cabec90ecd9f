namespace Ratchet.Adaptation.Monitor;

/// <summary>What the monitor alerts to.</summary>
public enum AlertKind
{
    /// <summary>A strategy is suspended.</summary>
    StrategySuspended,

    /// <summary>More than two strategies are degraded.</summary>
    SeveralDegraded,

    /// <summary>No strategy is active.</summary>
    NoneActive,

    /// <summary>The advisor failed and advises base weights.</summary>
    AdvisorFailed,
}
