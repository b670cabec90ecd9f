namespace Ratchet.Search.Studies;

/// <summary>A storage cannot be read or written: the file is damaged, belongs to another program or to another version. The message says which.</summary>
public sealed class StudyStorageException : Exception
{
    /// <summary>States what is wrong.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public StudyStorageException(string message)
        : base(message)
    {
    }

    /// <summary>States what is wrong and what caused it.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StudyStorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
