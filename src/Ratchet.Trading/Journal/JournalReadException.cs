namespace Ratchet.Trading.Journal;

/// <summary>A journal is damaged, foreign, changed by somebody else, or of another version. The message says which and where.</summary>
public sealed class JournalReadException : IOException
{
    /// <summary>Without a message.</summary>
    public JournalReadException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public JournalReadException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="innerException">Why.</param>
    public JournalReadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
