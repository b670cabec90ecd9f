using Ratchet.Learning.Boosting;
using Ratchet.Learning.Calibration;
using Ratchet.Learning.Forests;
using Ratchet.Storage.Models;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Storage.Tests.Models;

public sealed class ModelFileRoundTripTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Forest_ReadBack_PredictsTheSameBitsAndWritesTheSameBytes()
    {
        ModelFile.Write(folder["a"], SmallModels.Forest, SmallModels.Metadata);
        var (forest, metadata) = ModelFile.ReadForest(folder["a"]);
        AssertSame(SmallModels.Forest, forest);
        Assert.Equal(SmallModels.Forest.ImpurityImportance(), forest.ImpurityImportance());
        Assert.Equal(SmallModels.Forest.Bins.Names, forest.Bins.Names);
        ModelFile.Write(folder["b"], forest, metadata);
        AssertSameBytes();
    }

    [Fact]
    public void Forest_ManyClasses_PredictsTheSameBits()
    {
        ModelFile.Write(folder["a"], SmallModels.MultiClass, SmallModels.Metadata);
        var forest = ModelFile.ReadForest(folder["a"]).Model;
        var expected = new double[SmallModels.Rows * 3];
        var actual = new double[SmallModels.Rows * 3];
        SmallModels.MultiClass.PredictClasses(SmallModels.Matrix, SmallModels.AllRows, expected);
        forest.PredictClasses(SmallModels.Matrix, SmallModels.AllRows, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Forest_ForPrediction_PredictsTheSameBitsAndSaysWhatItLacks()
    {
        ModelFile.Write(folder["a"], SmallModels.Forest, SmallModels.Metadata);
        var forest = ModelFile.ReadForest(folder["a"], ModelDetail.Prediction).Model;
        AssertSame(SmallModels.Forest, forest);
        Assert.True(forest.IsPredictionOnly);
        Assert.False(SmallModels.Forest.IsPredictionOnly);
        Assert.Throws<InvalidOperationException>(() => forest.ImpurityImportance());
        Assert.Throws<ArgumentException>(() => ModelFile.Write(folder["b"], forest, SmallModels.Metadata));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Boosted_ReadBack_PredictsTheSameBits(bool softmax)
    {
        var model = softmax ? SmallModels.Softmax : SmallModels.Boosted;
        ModelFile.Write(folder["a"], model, SmallModels.Metadata);
        var (copy, metadata) = ModelFile.ReadBoosted(folder["a"]);
        var expected = new double[SmallModels.Rows * model.OutputCount];
        var actual = new double[expected.Length];
        model.Predict(SmallModels.Matrix, SmallModels.AllRows, expected);
        copy.Predict(SmallModels.Matrix, SmallModels.AllRows, actual);
        Assert.Equal(expected, actual);
        Assert.Equal(model.Importance(ImportanceKind.Gain), copy.Importance(ImportanceKind.Gain));
        Assert.Equal(model.TrainingLosses.ToArray(), copy.TrainingLosses.ToArray());
        ModelFile.Write(folder["b"], copy, metadata);
        AssertSameBytes();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hmm_ReadBack_HasTheSameNumbers(bool full)
    {
        var model = full ? SmallModels.Full : SmallModels.Diagonal;
        ModelFile.Write(folder["a"], model, SmallModels.Metadata);
        var (copy, metadata) = ModelFile.ReadHmm(folder["a"]);
        Assert.Equal(model.Covariance, copy.Covariance);
        Assert.Equal(model.Transitions.ToArray(), copy.Transitions.ToArray());
        double[] x = [0.1, 1.2, -0.4, 0.9, 2.2, 3.1, 1.9, 2.8];
        Assert.Equal(model.LogLikelihood(x), copy.LogLikelihood(x));
        ModelFile.Write(folder["b"], copy, metadata);
        AssertSameBytes();
    }

    [Fact]
    public void Linear_ReadBack_HasTheSameBits()
    {
        ModelFile.Write(folder["a"], SmallModels.Linear, SmallModels.Metadata);
        var (copy, metadata) = ModelFile.ReadLinear(folder["a"]);
        Assert.Equal(SmallModels.Linear.Weights.ToArray(), copy.Weights.ToArray());
        Assert.Equal(0.25, copy.Intercept);
        ModelFile.Write(folder["b"], copy, metadata);
        AssertSameBytes();
    }

    [Fact]
    public void Logistic_ReadBack_HasTheSameBits()
    {
        ModelFile.Write(folder["a"], SmallModels.Logistic, SmallModels.Metadata);
        var (copy, metadata) = ModelFile.ReadLogistic(folder["a"]);
        Assert.Equal(SmallModels.Logistic.Predict([1, 2, 0.3]), copy.Predict([1, 2, 0.3]));
        Assert.False(copy.Converged);
        ModelFile.Write(folder["b"], copy, metadata);
        AssertSameBytes();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Calibration_ReadBack_HasTheSameBits(bool isotonic)
    {
        ICalibration model = isotonic ? SmallModels.Isotonic : SmallModels.Platt;
        ModelFile.Write(folder["a"], model, SmallModels.Metadata);
        var (copy, metadata) = ModelFile.ReadCalibration(folder["a"]);
        Assert.IsType(model.GetType(), copy);
        Assert.Equal(model.Apply(0.7), copy.Apply(0.7));
        ModelFile.Write(folder["b"], copy, metadata);
        AssertSameBytes();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void MetaLayer_ReadBack_HasTheSameBits(int shape)
    {
        var layer = MetaLayer.FromParts(shape switch
        {
            0 => SmallModels.Layer(null),
            1 => SmallModels.Layer(SmallModels.Isotonic),
            2 => SmallModels.Layer(SmallModels.Platt),
            _ => new(0.4, -0.1, 0.2, null, null, null, null, SmallModels.Platt),
        });
        ModelFile.Write(folder["a"], layer, SmallModels.Metadata);
        var (copy, metadata) = ModelFile.ReadMetaLayer(folder["a"]);
        Assert.Equal(layer.Weigh(0.6, 0.5, 0.4, 0.3, 1, 0.2, 0.1), copy.Weigh(0.6, 0.5, 0.4, 0.3, 1, 0.2, 0.1));
        ModelFile.Write(folder["b"], copy, metadata);
        AssertSameBytes();
    }

    [Theory]
    [InlineData(ModelDetail.Everything)]
    [InlineData(ModelDetail.Prediction)]
    public void Ensemble_ReadBack_GivesTheSameSignals(ModelDetail detail)
    {
        var model = SmallModels.Ensemble;
        ModelFile.Write(folder["a"], model, SmallModels.Metadata);
        var (copy, metadata) = ModelFile.ReadEnsemble(folder["a"], detail);
        foreach (var row in SmallModels.AllRows)
        {
            Assert.Equal(model.Predict(SmallModels.Row(row), -1, 0.3, 0.5), copy.Predict(SmallModels.Row(row), -1, 0.3, 0.5));
        }

        Assert.Equal(model.FeatureNames, copy.FeatureNames);
        Assert.Equal(0.6, copy.ConfidenceThreshold);
        Assert.Same(copy[EnsembleRole.Entry].Bins, copy[EnsembleRole.Profit].Bins);
        if (detail == ModelDetail.Everything)
        {
            ModelFile.Write(folder["b"], copy, metadata);
            AssertSameBytes();
        }
    }

    [Fact]
    public void Metadata_ReadBack_AreTheSame()
    {
        ModelFile.Write(folder["a"], SmallModels.Linear, SmallModels.Metadata);
        var metadata = ModelFile.ReadLinear(folder["a"]).Metadata;
        Assert.Equal(SmallModels.Metadata.Name, metadata.Name);
        Assert.Equal(SmallModels.Metadata.CreatedAt, metadata.CreatedAt);
        Assert.Equal("d4t4", metadata.DataHash);
        Assert.Equal("c0nf", metadata.ConfigurationHash);
        Assert.Equal(["depth", "trees"], metadata.Options.Keys);
        Assert.Equal("BTC/USDT", metadata.Values["pair"]);
    }

    [Fact]
    public void Inspect_TellsHeaderMetadataAndSections()
    {
        ModelFile.Write(folder["a"], SmallModels.Ensemble, SmallModels.Metadata);
        var summary = ModelFile.Inspect(folder["a"]);
        Assert.Equal(ModelKind.Ensemble, summary.Kind);
        Assert.Equal(1, summary.FormatVersion);
        Assert.Equal(new FileInfo(folder["a"]).Length, summary.Length);
        Assert.Equal(SmallModels.Metadata.Name, summary.Metadata.Name);
        Assert.All(summary.Sections, s => Assert.Equal(0, s.Offset % 64));
        var nodes = Assert.Single(summary.Sections, s => s.Name == "entry.nodes");
        Assert.Equal(8L * SmallModels.Forest.NodeCount, nodes.Length);
        Assert.Equal(ElementType.Node, nodes.Type);
        Assert.Equal(1, summary.Sections.Count(s => s.Name == "bins.thresholds"));
        Assert.Equal(summary.Sections, ModelFile.Verify(folder["a"]).Sections);
    }

    private static void AssertSame(RandomForest expected, RandomForest actual)
    {
        var a = new double[SmallModels.Rows];
        var b = new double[SmallModels.Rows];
        expected.Predict(SmallModels.Matrix, SmallModels.AllRows, a);
        actual.Predict(SmallModels.Matrix, SmallModels.AllRows, b);
        Assert.Equal(a, b);
        Assert.All(SmallModels.AllRows, row => Assert.Equal(a[row], actual.Predict(SmallModels.Row(row))));
    }

    private void AssertSameBytes() => Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
}
