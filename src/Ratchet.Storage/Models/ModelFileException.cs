namespace Ratchet.Storage.Models;

/// <summary>A model file cannot be used. The message names the file, what is wrong with it, and what to do.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="message">The whole message.</param>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and what to do, and keeps the cause.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="innerException">The cause.</param>
    public ModelFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static ModelFileException Damaged(string path, string problem) =>
        new($"{path}: the model file is damaged: {problem}. Restore it from a backup, or train the model again.");

    internal static ModelFileException Content(string path, string problem, Exception cause) =>
        new($"{path}: the model file's content is refused although its checksums hold: {problem} It was not written by Ratchet, or by a faulty build; train the model again.", cause);
}
