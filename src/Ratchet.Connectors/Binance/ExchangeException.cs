namespace Ratchet.Connectors.Binance;

/// <summary>The exchange could not be reached or refused. The message names what was asked, the problem and what to do.</summary>
public sealed class ExchangeException : IOException
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="isTransient">Whether the same request may succeed later.</param>
    /// <param name="retryAfter">The wait that the exchange ordered, or null.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ExchangeException(string message, bool isTransient, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = isTransient;
        RetryAfter = retryAfter;
    }

    /// <summary>Whether the same request may succeed later; false for a refusal, such as an unknown symbol.</summary>
    public bool IsTransient { get; }

    /// <summary>The wait that the exchange ordered, or null.</summary>
    public TimeSpan? RetryAfter { get; }
}
