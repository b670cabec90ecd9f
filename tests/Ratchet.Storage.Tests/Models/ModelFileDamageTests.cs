using System.Buffers.Binary;
using Ratchet.Storage.Models;

namespace Ratchet.Storage.Tests.Models;

public sealed class ModelFileDamageTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public static TheoryData<ModelKind> Kinds { get; } = [.. Enum.GetValues<ModelKind>().Where(k => k != ModelKind.None)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_AnyByteFlipped_IsRefused(ModelKind kind)
    {
        var (path, read) = folder.Write(kind);
        read(path);
        var original = File.ReadAllBytes(path);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        for (var at = 0; at < original.Length; at++)
        {
            var flipped = (byte)(original[at] ^ (1 << (at % 8)));
            RandomAccess.Write(file, [flipped], at);
            Assert.Throws<ModelFileException>(() => read(path));
            if (kind == ModelKind.RandomForest)
            {
                Assert.Throws<ModelFileException>(() => ModelFile.Verify(path));
            }

            RandomAccess.Write(file, [original[at]], at);
        }

        read(path);
    }

    [Fact]
    public void Read_AnyOtherValueOfAHeaderByte_IsRefused()
    {
        var (path, read) = folder.Write(ModelKind.Linear);
        var original = File.ReadAllBytes(path);
        var head = 64 * (1 + BinaryPrimitives.ReadInt32LittleEndian(original.AsSpan(24)));
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        for (var at = 0; at < head; at++)
        {
            for (var change = 1; change < 256; change++)
            {
                RandomAccess.Write(file, [(byte)(original[at] ^ change)], at);
                Assert.Throws<ModelFileException>(() => read(path));
            }

            RandomAccess.Write(file, [original[at]], at);
        }

        read(path);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_CutOffAtAnyLength_IsRefused(ModelKind kind)
    {
        var (path, read) = folder.Write(kind);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        for (var length = RandomAccess.GetLength(file) - 1; length >= 0; length--)
        {
            RandomAccess.SetLength(file, length);
            Assert.Throws<ModelFileException>(() => read(path));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(4096)]
    public void Read_BytesAppended_IsRefused(int more)
    {
        var (path, read) = folder.Write(ModelKind.Calibration);
        File.AppendAllBytes(path, new byte[more]);
        Assert.Contains($"{more} bytes follow", Assert.Throws<ModelFileException>(() => read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoSectionsExchanged_IsRefused()
    {
        var (path, read) = folder.Write(ModelKind.RandomForest);
        var sections = ModelFile.Inspect(path).Sections;
        var weights = sections.Single(s => s.Name == "forest.weights");
        var gains = sections.Single(s => s.Name == "forest.gains");
        var bytes = File.ReadAllBytes(path);
        var copy = bytes.ToArray();
        copy.AsSpan((int)weights.Offset, (int)weights.Length).CopyTo(bytes.AsSpan((int)gains.Offset));
        File.WriteAllBytes(path, bytes);
        Assert.Contains("forest.gains", Assert.Throws<ModelFileException>(() => read(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"booster\":1}", "not a Ratchet model file")]
    [InlineData("", "empty")]
    [InlineData("x", "not a Ratchet model file")]
    public void Read_ForeignFile_SaysSo(string content, string expected)
    {
        File.WriteAllText(folder["x"], content);
        var message = Assert.Throws<ModelFileException>(() => ModelFile.ReadForest(folder["x"])).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains(folder["x"], message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LaterVersion_NamesBothVersions()
    {
        var (path, read) = folder.Write(ModelKind.Linear);
        var bytes = File.ReadAllBytes(path);
        bytes[8] = 2;
        File.WriteAllBytes(path, bytes);
        var message = Assert.Throws<ModelFileException>(() => read(path)).Message;
        Assert.Contains("format version 2; this build reads version 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OtherKind_NamesBothKinds()
    {
        var (path, _) = folder.Write(ModelKind.HiddenMarkov);
        var message = Assert.Throws<ModelFileException>(() => ModelFile.ReadEnsemble(path)).Message;
        Assert.Contains("holds a hidden Markov model, and what is wanted is an ensemble", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_IsAnInputOutputError() => Assert.Throws<FileNotFoundException>(() => ModelFile.ReadForest(folder["none"]));
}
