namespace Ratchet.Lifecycle.Datasets;

/// <summary>The data cannot carry what was asked; the message says how much there is, how much is needed and what to change.</summary>
public sealed class NotEnoughDataException : Exception
{
    /// <summary>Says what is missing.</summary>
    /// <param name="message">The whole sentence for the user.</param>
    public NotEnoughDataException(string message)
        : base(message)
    {
    }
}
