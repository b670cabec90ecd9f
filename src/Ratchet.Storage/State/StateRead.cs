namespace Ratchet.Storage.State;

/// <summary>What a state file gave.</summary>
/// <typeparam name="T">The state.</typeparam>
/// <param name="Found">Whether there was a good state.</param>
/// <param name="State">The state; the default where none was found.</param>
/// <param name="Source">The file it came from: the state's own, or a snapshot; null where none was found.</param>
/// <param name="Problems">One line for each file that was set aside: which, why, and its new name.</param>
public sealed record StateRead<T>(bool Found, T? State, string? Source, IReadOnlyList<string> Problems);
