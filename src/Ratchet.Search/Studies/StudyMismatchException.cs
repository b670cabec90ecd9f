namespace Ratchet.Search.Studies;

/// <summary>A study cannot be continued, since what is stored was made with other settings. The message names the first difference.</summary>
/// <param name="message">The first difference and what to do.</param>
public sealed class StudyMismatchException(string message) : Exception(message);
