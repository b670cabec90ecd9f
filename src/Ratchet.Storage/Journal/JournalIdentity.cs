namespace Ratchet.Storage.Journal;

/// <summary>Whose journal it is: written once, when the file is made.</summary>
/// <param name="OptionsHash">A hash of everything that the session was told once, such as <see cref="Trading.Engine.EngineOptions.ContentHash"/>. A file is only opened with the same one.</param>
/// <param name="CodeVersion">The version of the program that began it. Another version may go on with the file: recovery proves that it does the same.</param>
/// <param name="Created">When, in milliseconds since 1970-01-01 UTC.</param>
public sealed record JournalIdentity(string OptionsHash, string CodeVersion, long Created);
