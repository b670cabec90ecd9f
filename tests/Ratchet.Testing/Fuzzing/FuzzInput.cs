using Ratchet.Numerics.Randomness;

namespace Ratchet.Testing.Fuzzing;

/// <summary>One damaged input as files in a folder.</summary>
/// <param name="Path">Its first file.</param>
/// <param name="Number">Its number, from which it can be made again.</param>
/// <param name="Bytes">The first file's content.</param>
public sealed record FuzzInput(string Path, int Number, byte[] Bytes)
{
    /// <summary>Makes the input of a number: a seed is chosen, its content or its packed bytes are damaged, and the files are written.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="key">Decides together with the number.</param>
    /// <param name="number">Which input.</param>
    /// <param name="folder">Where the files are written; what is there is removed.</param>
    public static FuzzInput Make(IReadOnlyList<FuzzSeed> seeds, StreamKey key, int number, string folder)
    {
        var random = key.Derive(number).Open();
        var seed = seeds[random.NextInt(seeds.Count)];
        var otherSeed = seeds[random.NextInt(seeds.Count)];
        var other = otherSeed.Parts[random.NextInt(otherSeed.Parts.Count)].Content;
        var parts = seed.Parts.ToArray();
        var isPackedDamaged = seed.Packing != FuzzPacking.Files && random.NextInt(3) == 0;
        if (!isPackedDamaged || random.NextInt(4) == 0)
        {
            var at = random.NextInt(parts.Length);
            parts[at].Content = Mutation.Apply(parts[at].Content, other, random);
        }

        if (seed.Packing == FuzzPacking.Files)
        {
            return Write(folder, number, parts);
        }

        var packed = seed.Packing == FuzzPacking.Gzip ? FuzzPack.Gzip(parts[0].Content) : FuzzPack.Zip(parts);
        return Write(folder, number, [(seed.FileName, isPackedDamaged ? Mutation.Apply(packed, FuzzPack.Gzip(other), random) : packed)]);
    }

    private static FuzzInput Write(string folder, int number, (string Name, byte[] Content)[] files)
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Delete(file);
        }

        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(System.IO.Path.Combine(folder, name), content);
        }

        return new(System.IO.Path.Combine(folder, files[0].Name), number, files[0].Content);
    }
}
