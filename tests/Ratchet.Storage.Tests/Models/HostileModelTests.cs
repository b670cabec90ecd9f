using Ratchet.Learning.Trees;
using Ratchet.Storage.Models;

namespace Ratchet.Storage.Tests.Models;

/// <summary>Files whose checksums hold and whose content is no model.</summary>
public sealed class HostileModelTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Forest_SoundForgery_IsRead()
    {
        // The control: the frame that the refusals below share is accepted where nothing is wrong.
        var forest = ModelFile.ReadForest(Forge([Split(0, 0, 1), TreeNode.Leaf(1), TreeNode.Leaf(2)], depth: 1)).Model;
        Assert.Equal(0.25, forest.Predict([-5.0]));
        Assert.Equal(0.75, forest.Predict([5.0]));
    }

    public static TheoryData<string, ulong[], int> Trees { get; } = new()
    {
        { "a cycle to the root", [Split(0, 0, 0).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 1 },
        { "a split that leads to itself", [Split(0, 0, 1).Bits, Split(0, 0, 1).Bits, TreeNode.Leaf(2).Bits], 2 },
        { "a child past the end", [Split(0, 0, 2).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 1 },
        { "a child far out", [Split(0, 0, 0x7FFF_FFFF).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 1 },
        { "a negative child", [Split(0, 0, -1).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 1 },
        { "a leaf that leads elsewhere", [Split(0, 0, 1).Bits, TreeNode.Leaf(0).Bits, TreeNode.Leaf(2).Bits], 1 },
        { "a leaf with a feature", [Split(0, 0, 1).Bits, TreeNode.Leaf(1).Bits | (7UL << 48), TreeNode.Leaf(2).Bits], 1 },
        { "a feature that does not exist", [Split(1, 0, 1).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 1 },
        { "a bin that does not exist", [Split(0, 4, 1).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 1 },
        { "a turn of 2", [Split(0, 0, 1).Bits | (2UL << 40), TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 1 },
        { "nodes without a parent", [TreeNode.Leaf(0).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 0 },
        { "a node with two parents", [Split(0, 0, 1).Bits, Split(0, 0, 3).Bits, Split(0, 1, 3).Bits, TreeNode.Leaf(3).Bits, TreeNode.Leaf(4).Bits], 2 },
        { "a depth that is too great", [Split(0, 0, 1).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], int.MaxValue },
        { "a depth that is too small", [Split(0, 0, 1).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], 0 },
        { "a negative depth", [Split(0, 0, 1).Bits, TreeNode.Leaf(1).Bits, TreeNode.Leaf(2).Bits], -1 },
    };

    [Theory]
    [MemberData(nameof(Trees))]
    public void Forest_WithAnImpossibleTree_IsRefused(string what, ulong[] nodes, int depth)
    {
        var path = Forge([.. nodes.Select(n => new TreeNode(n))], depth);
        var message = Assert.Throws<ModelFileException>(() => ModelFile.ReadForest(path)).Message;
        Assert.True(message.Contains("tree 0", StringComparison.OrdinalIgnoreCase), $"{what}: {message}");
    }

    [Fact]
    public void Forest_WithImpossibleArrays_IsRefused()
    {
        TreeNode[] sound = [Split(0, 0, 1), TreeNode.Leaf(1), TreeNode.Leaf(2)];
        AssertRefused(Forge(sound, 1, starts: [0, 2]), "starts");
        AssertRefused(Forge(sound, 1, starts: [1, 3]), "starts");
        AssertRefused(Forge(sound, 1, starts: []), "starts");
        AssertRefused(Forge(sound, 1, shape: [0, -2]), "classes");
        AssertRefused(Forge(sound, 1, shape: [0, 3]), "Values");
        AssertRefused(Forge(sound, 1, shape: [1, 2]), "classes");
        AssertRefused(Forge(sound, 1, shape: [7, 2]), "task");
        AssertRefused(Forge(sound, 1, shape: [0]), "elements");
        AssertRefused(Forge(sound, 1, values: [0.5, 0.25]), "Values");
        AssertRefused(Forge(sound, 1, values: [0.5, double.NaN, 0.75]), "Values");
        AssertRefused(Forge(sound, 1, values: [0.5, double.NegativeInfinity, 0.75]), "Values");
        AssertRefused(Forge(sound, 1, counts: [4]), "thresholds");
        AssertRefused(Forge(sound, 1, counts: [-1]), "thresholds");
        AssertRefused(Forge(sound, 1, counts: [2]), "thresholds");
        AssertRefused(Forge(sound, 1, counts: [3, 0]), "names");
        AssertRefused(Forge(sound, 1, thresholds: [1, 1, 2]), "ascending");
        AssertRefused(Forge(sound, 1, thresholds: [1, float.NaN, 2]), "ascending");
        AssertRefused(Forge([], 0, starts: [0, 0], values: [], depths: [0]), "Tree 0");
        AssertRefused(Forge(sound, 1, starts: [0, 5, 3], depths: [1, 1]), "Tree 0");
        AssertRefused(Forge(sound, 1, starts: [0, int.MinValue, 3], depths: [1, 1]), "Tree 0");
    }

    [Fact]
    public void Forest_WithMissingOrForeignSections_IsRefused()
    {
        AssertRefused(folder.Forge(ModelKind.RandomForest, _ => { }), "bins.names");
        AssertRefused(
            folder.Forge(ModelKind.RandomForest, w =>
            {
                ForestSections.Write(w, SmallModels.Stump.Bins);
                ForestSections.Write(w, "forest.", SmallModels.Stump);
                w.Add<int>("surprise", [1]);
            }),
            "surprise");
        AssertRefused(
            folder.Forge(ModelKind.RandomForest, w =>
            {
                w.AddTexts("bins.names", ["f"]);
                w.Add<double>("bins.counts", [1]);
            }),
            "holds Double where Int32 is wanted");
    }

    [Fact]
    public void Header_WithImpossibleTable_IsRefused()
    {
        SectionSummary[][] tables =
        [
            [new("metadata", ElementType.Byte, 64, 10, 0)],
            [new("metadata", ElementType.Byte, 192, 10, 0)],
            [new("metadata", ElementType.Byte, 128, long.MaxValue, 0)],
            [new("metadata", ElementType.Byte, 128, -64, 0)],
            [new("metadata", ElementType.Byte, 128, 1000, 0)],
            [new("metadata", ElementType.Double, 128, 63, 0)],
            [new("metadata", (ElementType)99, 128, 64, 0)],
            [new("", ElementType.Byte, 128, 64, 0)],
            [new("meta data", ElementType.Byte, 128, 64, 0)],
            [new("metadata", ElementType.Byte, 192, 64, 0), new("metadata", ElementType.Byte, 256, 64, 0)],
        ];
        foreach (var table in tables)
        {
            var bytes = new byte[ModelHeader.BytesFor(table.Length) + (64 * table.Length)];
            ModelHeader.Write(ModelKind.Linear, bytes.Length, table, bytes);
            File.WriteAllBytes(folder["t"], bytes);
            var message = Assert.Throws<ModelFileException>(() => ModelFile.ReadLinear(folder["t"])).Message;
            Assert.Contains("table of sections", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Header_WithAHugeCount_AllocatesNothingLarge()
    {
        var (path, read) = folder.Write(ModelKind.Linear);
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(24, 4).Fill(0x7F);
        File.WriteAllBytes(path, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ModelFileException>(() => read(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{\"name\":null}")]
    [InlineData("{\"options\":{\"a\":null}}")]
    [InlineData("{}")]
    public void Metadata_OfAnotherShape_AreRefused(string json)
    {
        var writer = new SectionWriter();
        writer.Add<byte>("metadata", System.Text.Encoding.UTF8.GetBytes(json));
        LinearSections.Write(writer, "linear.", SmallModels.Linear);
        File.WriteAllBytes(folder["m"], writer.ToFile(ModelKind.Linear));
        Assert.Throws<ModelFileException>(() => ModelFile.ReadLinear(folder["m"]));
        Assert.Throws<ModelFileException>(() => ModelFile.Inspect(folder["m"]));
    }

    [Fact]
    public void Hmm_WithImpossibleNumbers_IsRefused()
    {
        AssertHmmRefused("Sideways", 2, [1], [1], [0, 0], [1, 1]);
        AssertHmmRefused("1", 2, [1], [1], [0, 0], [1, 1]);
        AssertHmmRefused("Diagonal", 0, [1], [1], [], []);
        AssertHmmRefused("Diagonal", 2, [], [], [], []);
        AssertHmmRefused("Full", 65536, [1], [1], new double[65536], []);
        AssertHmmRefused("Diagonal", 1, new double[65536], [], new double[65536], new double[65536]);
        AssertHmmRefused("Diagonal", 2, [1], [1], [0, double.NaN], [1, 1]);
        AssertHmmRefused("Diagonal", 2, [1], [1], [0, 0], [1, -1]);
        AssertHmmRefused("Diagonal", 2, [0.5], [1], [0, 0], [1, 1]);
        AssertHmmRefused("Diagonal", 2, [1], [double.PositiveInfinity], [0, 0], [1, 1]);
    }

    [Fact]
    public void Calibration_WithImpossibleKnots_IsRefused()
    {
        Assert.Throws<ModelFileException>(() => ModelFile.ReadCalibration(folder.Forge(ModelKind.Calibration, w =>
        {
            w.Add<double>("calibration.scores", [1, 0]);
            w.Add<double>("calibration.probabilities", [0, 1]);
        })));
        Assert.Throws<ModelFileException>(() => ModelFile.ReadCalibration(folder.Forge(ModelKind.Calibration, w => w.Add<double>("calibration.platt", [double.NaN, 0]))));
        Assert.Throws<ModelFileException>(() => ModelFile.ReadCalibration(folder.Forge(ModelKind.Calibration, w => w.Add<double>("calibration.platt", [1]))));
    }

    [Fact]
    public void Ensemble_WithAThresholdOutOfRange_IsRefused()
    {
        var path = folder.Forge(ModelKind.Ensemble, w =>
        {
            w.Add<double>("ensemble.threshold", [1.5]);
            EnsembleSections.Write(w, SmallModels.Ensemble.Meta);
            ForestSections.Write(w, SmallModels.Ensemble.Bins);
            foreach (var (prefix, role) in new[] { ("entry.", 0), ("position.", 1), ("exit.", 2), ("profit.", 3) })
            {
                ForestSections.Write(w, prefix, SmallModels.Ensemble[(Strategies.Ensemble.EnsembleRole)role]);
            }
        });
        Assert.Contains("[0, 1]", Assert.Throws<ModelFileException>(() => ModelFile.ReadEnsemble(path)).Message, StringComparison.Ordinal);
    }

    private static TreeNode Split(int feature, int bin, int left) => TreeNode.Split(feature, bin, false, left);

    private static void AssertRefused(string path, string expected) =>
        Assert.Contains(expected, Assert.Throws<ModelFileException>(() => ModelFile.ReadForest(path)).Message, StringComparison.Ordinal);

    private string Forge(
        TreeNode[] nodes,
        int depth,
        int[]? shape = null,
        int[]? starts = null,
        int[]? depths = null,
        double[]? values = null,
        int[]? counts = null,
        float[]? thresholds = null) => folder.Forge(ModelKind.RandomForest, w =>
    {
        w.AddTexts("bins.names", ["f"]);
        w.Add<int>("bins.counts", counts ?? [3]);
        w.Add<float>("bins.thresholds", thresholds ?? [0, 1, 2]);
        w.Add<int>("forest.shape", shape ?? [0, 2]);
        w.Add<int>("forest.starts", starts ?? [0, nodes.Length]);
        w.Add<int>("forest.depths", depths ?? [depth]);
        w.Add<TreeNode>("forest.nodes", nodes);
        w.Add<double>("forest.values", values ?? [.. nodes.Select((_, i) => i == 1 ? 0.25 : 0.75)]);
        w.Add<double>("forest.weights", new double[nodes.Length]);
        w.Add<double>("forest.gains", new double[nodes.Length]);
    });

    private void AssertHmmRefused(string covariance, int dimensions, double[] start, double[] transitions, double[] means, double[] covariances)
    {
        var path = folder.Forge(ModelKind.HiddenMarkov, w =>
        {
            w.AddTexts("hmm.covariance", [covariance]);
            w.Add<int>("hmm.dimensions", [dimensions]);
            w.Add<double>("hmm.start", start);
            w.Add<double>("hmm.transitions", transitions);
            w.Add<double>("hmm.means", means);
            w.Add<double>("hmm.covariances", covariances);
        });
        Assert.Throws<ModelFileException>(() => ModelFile.ReadHmm(path));
    }
}
