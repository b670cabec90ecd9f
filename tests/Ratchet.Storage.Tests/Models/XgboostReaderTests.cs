using System.Text.Json.Nodes;
using Ratchet.Learning.Exchange;
using Ratchet.Storage.Models;

namespace Ratchet.Storage.Tests.Models;

public sealed class XgboostReaderTests
{
    private const string Params = "learner_model_param";

    [Theory]
    [InlineData(-1.5, 2.0, 0.5 + 0.125)]
    [InlineData(-1.0, 2.0, -0.25 + 0.125)]
    [InlineData(-1.5, 2.5, 0.75 + 0.125)]
    [InlineData(double.NaN, 2.0, -0.25 + 0.125)]
    [InlineData(-7.0, double.NaN, 0.5 + 0.125)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, 0.75 + 0.125)]
    public void Read_SmallModel_PredictsWhatIsCalculatedByHand(double left, double right, double leaves)
    {
        var model = XgboostSample.Read(XgboostSample.Json);
        var margin = new float[1];
        model.PredictMargins([left, right], margin);
        Assert.Equal(leaves - Math.Log(3), margin[0], 1e-6);
        var probability = new float[1];
        model.Predict([left, right], probability);
        Assert.Equal(1 / (1 + Math.Exp(Math.Log(3) - leaves)), probability[0], 1e-6);
    }

    [Fact]
    public void Read_SmallModel_KeepsEveryField()
    {
        var model = XgboostSample.Read(XgboostSample.Json);
        Assert.Equal(EnsembleObjective.BinaryLogistic, model.Objective);
        Assert.Equal(["left", "right"], model.FeatureNames);
        Assert.Equal(["float", "int"], model.FeatureTypes);
        Assert.Equal("by hand: \"<a & b>\"", model.Attributes["note"]);
        Assert.Equal(new(0, 1), model.BestRounds);
        Assert.Equal(2, model.RoundCount);
        Assert.Equal(new EnsembleNode(1, 1, 2.5f, true, 0, 10.5f, 8, 0.1f), model.Trees[0].Nodes[0]);
        Assert.Equal(new EnsembleNode(-1, 0, 0, false, -0.25f, 0, 4, -0.5f), model.Trees[0].Nodes[4]);
        Assert.Equal([-1, 0, 0, 1, 1], model.Trees[0].Parents.ToArray());
    }

    [Fact]
    public void Write_SmallModel_ReadsBackTheSameAndSaysTheSame()
    {
        var model = XgboostSample.Read(XgboostSample.Json);
        var written = XgboostSample.Write(model);
        XgboostSample.AssertSame(model, XgboostReader.Read(new MemoryStream(written), "written"));
        XgboostSample.AssertSays(System.Text.Encoding.UTF8.GetBytes(XgboostSample.Json), written);
        Assert.Equal(written, XgboostSample.Write(XgboostReader.Read(new MemoryStream(written), "written")));
    }

    [Theory]
    [InlineData("5E-1", new[] { 0.5f })]
    [InlineData("0.37", new[] { 0.37f })]
    [InlineData("[5E-1]", new[] { 0.5f })]
    [InlineData("[2E-1,3E-1, 4E-1]", new[] { 0.2f, 0.3f, 0.4f })]
    public void Read_BaseScore_IsUnderstoodInTheFormsOfAllVersions(string text, float[] scores)
    {
        var root = JsonNode.Parse(XgboostSample.Json)!;
        root["learner"]![Params]!["base_score"] = text;
        root["learner"]![Params]!["num_target"] = $"{scores.Length}";
        root["learner"]!["gradient_booster"]!["model"]!["iteration_indptr"] = new JsonArray(0, 2);
        root["version"] = new JsonArray(3, 1, 0);
        var model = XgboostSample.Read(root.ToJsonString());
        Assert.Equal(scores, model.BaseScores.ToArray());
        Assert.Equal(1, model.RoundCount);
        XgboostSample.AssertSame(model, XgboostReader.Read(new MemoryStream(XgboostSample.Write(model)), "written"));
    }

    [Fact]
    public void Read_LeafVectorOfOneAndBooleans_AreTaken()
    {
        var root = JsonNode.Parse(XgboostSample.Json)!;
        var tree = root["learner"]!["gradient_booster"]!["model"]!["trees"]![0]!;
        tree["tree_param"]!["size_leaf_vector"] = "1";
        tree["default_left"] = new JsonArray(true, false, false, false, false);
        XgboostSample.AssertSame(XgboostSample.Read(XgboostSample.Json), XgboostSample.Read(root.ToJsonString()));
    }

    [Fact]
    public void Read_Dart_MultipliesTheLeaves()
    {
        var root = JsonNode.Parse(XgboostSample.Json)!;
        var booster = root["learner"]!["gradient_booster"]!;
        root["learner"]!["gradient_booster"] = new JsonObject
        {
            ["gbtree"] = booster.DeepClone(),
            ["name"] = "dart",
            ["weight_drop"] = new JsonArray(0.5, 2.0),
        };
        var model = XgboostSample.Read(root.ToJsonString());
        Assert.Equal([0f, 0, 0.375f, 0.25f, -0.125f], model.Trees[0].Nodes.ToArray().Select(n => n.Value));
        Assert.Equal(0.25f, model.Trees[1].Nodes[0].Value);
    }

    [Fact]
    public void Read_RemovedNodes_KeepTheirPlaces()
    {
        var root = JsonNode.Parse(XgboostSample.Json)!;
        var tree = root["learner"]!["gradient_booster"]!["model"]!["trees"]![0]!;
        tree["left_children"]![1] = -1;
        tree["right_children"]![1] = -1;
        tree["split_indices"]![3] = int.MaxValue;
        tree["split_indices"]![4] = int.MaxValue;
        tree["default_left"]![3] = 1;
        tree["default_left"]![4] = 1;
        tree["tree_param"]!["num_deleted"] = "2";
        var model = XgboostSample.Read(root.ToJsonString());
        Assert.Equal(2, model.Trees[0].RemovedCount);
        var leaves = new int[2];
        model.PredictLeaves([0, 3], leaves);
        Assert.Equal([2, 0], leaves);
        var again = XgboostReader.Read(new MemoryStream(XgboostSample.Write(model)), "written");
        XgboostSample.AssertSame(model, again);
    }

    [Fact]
    public void Write_File_ReplacesItAndNeedsTheEnding()
    {
        var folder = Directory.CreateTempSubdirectory("ratchet-xgboost");
        try
        {
            var model = XgboostSample.Read(XgboostSample.Json);
            var path = Path.Combine(folder.FullName, "model.json");
            File.WriteAllText(path, "old");
            XgboostWriter.Write(model, path);
            XgboostSample.AssertSame(model, XgboostReader.Read(path));
            Assert.Equal(["model.json"], folder.GetFiles().Select(f => f.Name));
            Assert.Contains(".json", Assert.Throws<ArgumentException>(() => XgboostWriter.Write(model, Path.ChangeExtension(path, ".bin"))).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
