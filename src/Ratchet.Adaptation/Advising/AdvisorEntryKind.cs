namespace Ratchet.Adaptation.Advising;

/// <summary>What an entry of the advisor's audit is about.</summary>
public enum AdvisorEntryKind
{
    /// <summary>The rules changed a strategy's status.</summary>
    Status,

    /// <summary>A person set a strategy's status.</summary>
    Forced,

    /// <summary>A person changed a setting.</summary>
    Setting,

    /// <summary>A person set the weights back to their base.</summary>
    Reset,

    /// <summary>The advisor failed and advises base weights.</summary>
    Failed,

    /// <summary>A person started the advisor again after it had failed.</summary>
    Recovered,
}
