namespace Ratchet.Storage.Models;

/// <summary>One section of a model file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is an array of.</param>
/// <param name="Offset">Where it begins in the file, a multiple of 64.</param>
/// <param name="Length">How many bytes it has, without the zeros that follow it.</param>
/// <param name="Checksum">The CRC-32C of its bytes.</param>
public readonly record struct SectionSummary(string Name, ElementType Type, long Offset, long Length, uint Checksum);
