namespace Ratchet.Hosting.Composition.Paper;

/// <summary>A paper session cannot be opened or gone on with; the message says why and what to do.</summary>
public sealed class SessionRefusedException : Exception
{
    /// <summary>Without a message.</summary>
    public SessionRefusedException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">Why, and what to do.</param>
    public SessionRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">Why, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public SessionRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
