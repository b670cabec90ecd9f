namespace Ratchet.Storage.State;

/// <summary>The adaptive layer of a session at one place of its journal, as a file holds it.</summary>
internal sealed record AdaptiveSnapshot
{
    /// <summary>Names the session whose journal <see cref="Sequence"/> counts in.</summary>
    public string Session { get; init; } = string.Empty;

    /// <summary>The first event of the journal that the state does not know.</summary>
    public long Sequence { get; init; }

    /// <summary>Hashes of the selector's views that this program wrote last: the one of this state, and the one before.</summary>
    public IReadOnlyList<string> SelectorViews { get; init; } = [];

    /// <summary>The same of the advisor's.</summary>
    public IReadOnlyList<string> AdvisorViews { get; init; } = [];

    /// <summary>The canonical bytes.</summary>
    public byte[] Bytes { get; init; } = [];
}
