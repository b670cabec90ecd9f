namespace Ratchet.Storage.Models;

/// <summary>What a section is an array of. The numbers are part of the format; all are little-endian.</summary>
public enum ElementType
{
    /// <summary>No type; never in a file.</summary>
    None = 0,

    /// <summary>UTF-8 text or other bytes.</summary>
    Byte = 1,

    /// <summary>32-bit integers.</summary>
    Int32 = 2,

    /// <summary>32-bit floating point numbers.</summary>
    Single = 3,

    /// <summary>64-bit floating point numbers.</summary>
    Double = 4,

    /// <summary>Tree nodes of eight bytes.</summary>
    Node = 5,
}
