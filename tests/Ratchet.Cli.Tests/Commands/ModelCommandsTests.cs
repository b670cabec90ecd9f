using Ratchet.Learning.Linear;
using Ratchet.Storage.Models;

namespace Ratchet.Cli.Tests.Commands;

public sealed class ModelCommandsTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Inspect_WholeFile_ShowsKindMetadataAndSections()
    {
        var path = Write();
        var text = line.Run("models", "inspect", path);
        Assert.Equal((0, ""), (text.Exit, text.Error));
        Assert.Contains("Linear", text.Out, StringComparison.Ordinal);
        Assert.Contains("linear.weights", text.Out, StringComparison.Ordinal);
        var json = line.Run("models", "inspect", path, "--json").Json;
        Assert.Equal("drift", (string?)json["name"]);
        Assert.Equal(new FileInfo(path).Length, (long?)json["bytes"]);
    }

    [Fact]
    public void Inspect_DamagedOrForeignFile_FailsWithOneLine()
    {
        var path = Write();
        var bytes = File.ReadAllBytes(path);
        bytes[^64] ^= 1;
        var damaged = line.Run("models", "inspect", line.Write("damaged.model", bytes));
        Assert.Equal(1, damaged.Exit);
        Assert.Contains("damaged", Assert.Single(damaged.ErrorLines), StringComparison.Ordinal);
        var foreign = line.Run("models", "inspect", line.Write("x.json", "{}"));
        Assert.Equal(1, foreign.Exit);
        Assert.Contains("not a Ratchet model file", Assert.Single(foreign.ErrorLines), StringComparison.Ordinal);
    }

    private string Write()
    {
        var path = Path.Combine(line.Input, "m.model");
        ModelFile.Write(path, new LinearModel([1, 2], 0.5), new() { Name = "drift" });
        return path;
    }
}
