namespace Ratchet.Hosting.Composition;

/// <summary>A gate refuses a training; the message says which and what would open it.</summary>
/// <param name="message">The whole sentence for the user.</param>
public sealed class TrainRefusedException(string message) : Exception(message);
