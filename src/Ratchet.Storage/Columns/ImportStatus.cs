namespace Ratchet.Storage.Columns;

/// <summary>How an import ended.</summary>
public enum ImportStatus
{
    /// <summary>The good bars are stored.</summary>
    Accepted,

    /// <summary>The quality is below the threshold: nothing was written.</summary>
    Refused,
}
