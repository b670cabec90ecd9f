using Ratchet.Learning.Linear;
using Ratchet.Storage.Models;

namespace Ratchet.Storage.Tests.Models;

public sealed class ModelFileSharingTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_BySeveralThreads_GivesTheSame()
    {
        ModelFile.Write(folder["a"], SmallModels.Ensemble, SmallModels.Metadata);
        var expected = SmallModels.Ensemble.Predict(SmallModels.Row(3), 1, 0.5, 0.2);
        Parallel.For(0, 64, _ => Assert.Equal(expected, ModelFile.ReadEnsemble(folder["a"]).Model.Predict(SmallModels.Row(3), 1, 0.5, 0.2)));
    }

    [Fact]
    public async Task Write_OverAFileThatIsRead_ShowsOldOrNew()
    {
        // 200,000 weights take several reads, so that a replacement in the middle of them is likely.
        var path = folder["a"];
        ModelFile.Write(path, Constant(0), new());
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var seen = 0;
            do
            {
                var weights = ModelFile.ReadLinear(path).Model.Weights;
                Assert.Equal(-1, weights.IndexOfAnyExcept(weights[0]));
                seen++;
            }
            while (!done.IsCancellationRequested);

            return seen;
        }, TestContext.Current.CancellationToken);
        for (var i = 1; i <= 20; i++)
        {
            ModelFile.Write(path, Constant(i), new());
        }

        await done.CancelAsync();
        Assert.True(await reader > 0);
        Assert.Equal(20, ModelFile.ReadLinear(path).Model.Weights[0]);
    }

    [Fact]
    public void Write_WhereItFails_LeavesTheOldFile()
    {
        ModelFile.Write(folder["a"], SmallModels.Forest, new());
        var before = File.ReadAllBytes(folder["a"]);
        var light = ModelFile.ReadForest(folder["a"], ModelDetail.Prediction).Model;
        Assert.Throws<ArgumentException>(() => ModelFile.Write(folder["a"], light, new()));
        Directory.CreateDirectory(folder["a.tmp"]);
        Assert.ThrowsAny<Exception>(() => ModelFile.Write(folder["a"], SmallModels.Stump, new()));
        Assert.Equal(before, File.ReadAllBytes(folder["a"]));
    }

    [Fact]
    public void Write_ToAPathWithoutFolder_Works()
    {
        var name = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder["r"]);
        ModelFile.Write(name, SmallModels.Linear, new());
        Assert.Equal(0.25, ModelFile.ReadLinear(name).Model.Intercept);
    }

    private static LinearModel Constant(double value)
    {
        var weights = new double[200_000];
        Array.Fill(weights, value);
        return new(weights, value);
    }
}
