namespace Ratchet.Market.Books;

/// <summary>What happened to a resting order.</summary>
public enum OrderEventKind : byte
{
    /// <summary>It was placed.</summary>
    Created,

    /// <summary>Its remaining size changed, by a fill or by its owner.</summary>
    Changed,

    /// <summary>It left the book: filled or cancelled.</summary>
    Deleted,
}
