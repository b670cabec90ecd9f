namespace Ratchet.Validation.Splits;

/// <summary>There is too little data for the split that was asked for. The message says what is missing and what would help.</summary>
/// <param name="message">What is missing, with its numbers, and the remedy.</param>
public sealed class SplitRefusedException(string message) : Exception(message);
