using Ratchet.Learning.Boosting;
using Ratchet.Storage.Models;

namespace Ratchet.Storage.Tests.Models;

public sealed class XgboostGoldenTests
{
    public static TheoryData<string> Names => [.. XgboostGolden.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_GoldenModel_IsBitEqualToXgboost(string name)
    {
        var golden = new XgboostGolden(name);
        var model = XgboostReader.Read(golden.ModelPath);
        var margins = golden.Expected("margin");
        var predictions = golden.Expected("predict");
        var leaves = golden.Expected("leaf");
        for (var i = 0; i < golden.Rows.Length; i++)
        {
            var margin = new float[model.Groups];
            model.PredictMargins(golden.Rows[i], margin);
            Assert.Equal(margins[i], margin.Select(m => (double)m));
            var leaf = new int[model.Trees.Count];
            model.PredictLeaves(golden.Rows[i], leaf);
            Assert.Equal(leaves[i], leaf.Select(l => (double)l));
            var output = new float[model.OutputCount];
            model.Predict(golden.Rows[i], output);

            // The exponential is the platform's: its last bit may differ.
            AssertNear(predictions[i], output, 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Importance_GoldenModel_IsBitEqualToXgboost(string name)
    {
        var golden = new XgboostGolden(name);
        var model = XgboostReader.Read(golden.ModelPath);
        foreach (var (kind, text) in new[]
        {
            (ImportanceKind.Frequency, "weight"), (ImportanceKind.Gain, "gain"), (ImportanceKind.Cover, "cover"),
            (ImportanceKind.TotalGain, "total_gain"), (ImportanceKind.TotalCover, "total_cover"),
        })
        {
            var importance = model.Importance(kind);
            for (var f = 0; f < model.FeatureCount; f++)
            {
                Assert.Equal(golden.Importance(text, model.FeatureNames.Count > 0 ? model.FeatureNames[f] : $"f{f}"), importance[f]);
            }
        }
    }

    [Fact]
    public void Predict_UpToTheBestRound_IsBitEqualToXgboost()
    {
        var golden = new XgboostGolden("xgb_early_stop_named");
        var model = XgboostReader.Read(golden.ModelPath);
        Assert.Equal(9, model.BestRounds.End);
        Assert.Equal(14, model.RoundCount);
        Assert.Equal("8", model.Attributes["best_iteration"]);
        Assert.Equal(["feat_0", "feat_1", "feat_2", "feat_3", "feat_4"], model.FeatureNames);
        Assert.Equal(1.5f, model.PositiveWeight);
        Assert.Null(model.Origin);
        var expected = golden.Expected("predict_up_to_best");
        for (var i = 0; i < golden.Rows.Length; i++)
        {
            var output = new float[1];
            model.Predict(golden.Rows[i], model.BestRounds, output);
            AssertNear(expected[i], output, 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Contributions_GoldenModel_AreThoseOfXgboost(string name)
    {
        var golden = new XgboostGolden(name);
        var model = XgboostReader.Read(golden.ModelPath);
        var expected = golden.Contributions();
        for (var i = 0; i < expected.Length; i++)
        {
            var contributions = new double[model.Groups * (model.FeatureCount + 1)];
            model.Contributions(golden.Rows[i], contributions);
            Assert.Equal(expected[i].Length, contributions.Length);
            for (var k = 0; k < contributions.Length; k++)
            {
                Assert.InRange(contributions[k], expected[i][k] - 1e-5, expected[i][k] + 1e-5);
            }
        }
    }

    [Fact]
    public void Read_BinaryJson_GivesTheSameModelAsJson()
    {
        var golden = new XgboostGolden("xgb_binary_logistic");
        var json = XgboostReader.Read(golden.ModelPath);
        var binary = XgboostReader.Read(Path.ChangeExtension(golden.ModelPath, ".ubj"));
        XgboostSample.AssertSame(json, binary);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_GoldenModel_SaysWhatTheGoldenFileSays(string name)
    {
        var golden = new XgboostGolden(name);
        var model = XgboostReader.Read(golden.ModelPath);
        var written = XgboostSample.Write(model);
        XgboostSample.AssertSame(model, XgboostReader.Read(new MemoryStream(written), "written"));
        XgboostSample.AssertSays(File.ReadAllBytes(golden.ModelPath), written);
    }

    private static void AssertNear(double[] expected, float[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var k = 0; k < expected.Length; k++)
        {
            Assert.InRange(actual[k], expected[k] - tolerance, expected[k] + tolerance);
        }
    }
}
