namespace Ratchet.Testing.Fuzzing;

/// <summary>How the parts of an input become files.</summary>
public enum FuzzPacking
{
    /// <summary>A file each.</summary>
    Files,

    /// <summary>The one part, packed by gzip.</summary>
    Gzip,

    /// <summary>All parts in one zip.</summary>
    Zip,
}
