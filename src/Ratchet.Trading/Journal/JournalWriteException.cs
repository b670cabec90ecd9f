namespace Ratchet.Trading.Journal;

/// <summary>
/// What was appended to a journal could not be made durable, such as when the disk is full. The journal keeps the group; <see cref="IJournal.Commit"/> can be called
/// again. Nothing of the group may act before it succeeds.
/// </summary>
public sealed class JournalWriteException : IOException
{
    /// <summary>Without a message.</summary>
    public JournalWriteException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What failed.</param>
    public JournalWriteException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">Why.</param>
    public JournalWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
