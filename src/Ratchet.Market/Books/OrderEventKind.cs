using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Market.Books;

/// <summary>What happened to a resting order.</summary>
[SuppressMessage("Design", "CA1028:Enum storage should be Int32", Justification = "A column of millions of rows holds one a row.")]
public enum OrderEventKind : byte
{
    /// <summary>It was placed.</summary>
    Created,

    /// <summary>Its remaining size changed, by a fill or by its owner.</summary>
    Changed,

    /// <summary>It left the book: filled or cancelled.</summary>
    Deleted,
}
