using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Engine;

/// <summary>A session cannot be recovered: what the engine does with the journal's events is not what the journal says it did.</summary>
public sealed class RecoveryException : Exception
{
    /// <summary>Without a message.</summary>
    public RecoveryException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What differs.</param>
    public RecoveryException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What differs.</param>
    /// <param name="innerException">Why.</param>
    public RecoveryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal RecoveryException(long number, AuditRecord? journaled, AuditRecord? remade)
        : base($"Event {number}: the journal says {Text(journaled)}, but the engine now gives {Text(remade)}.")
    {
        Event = number;
        Journaled = journaled;
        Remade = remade;
    }

    /// <summary>The number of the event at which the first difference is; -1 where it is not about one.</summary>
    public long Event { get; } = -1;

    /// <summary>The record of the journal; null where it has none.</summary>
    public AuditRecord? Journaled { get; }

    /// <summary>The record that the engine gives now; null where it gives none.</summary>
    public AuditRecord? Remade { get; }

    private static string Text(AuditRecord? record) => record is { } value ? value.ToString() : "nothing";
}
