namespace Ratchet.Reporting.Tables;

/// <summary>Where the text of a column stands.</summary>
public enum ColumnAlignment
{
    /// <summary>At the left: words.</summary>
    Left,

    /// <summary>At the right: numbers.</summary>
    Right,

    /// <summary>In the middle.</summary>
    Centre,
}
