using System.Text;
using System.Text.Json.Nodes;
using Ratchet.Numerics.Randomness;
using Ratchet.Storage.Models;
using Ratchet.Testing;

namespace Ratchet.Storage.Tests.Models;

public sealed class XgboostDamageTests
{
    private const string Tree = "learner.gradient_booster.model.trees.0.";
    private const string TreePath = "learner.gradient_booster.model.trees[0].";

    /// <summary>The place that is changed, what it becomes (null: removed), and what the error must name.</summary>
    public static TheoryData<string, string?, string> Changes => new()
    {
        { "learner", null, "learner is missing" },
        { "learner", "[]", "learner is an array" },
        { "version", null, "version is missing" },
        { "version", "[4,0,0]", "version is 4.0.0" },
        { "version", "[1,7]", "version has 2 entries" },
        { "learner.learner_model_param", null, "learner.learner_model_param is missing" },
        { "learner.learner_model_param.num_feature", "\"-2\"", "learner.learner_model_param.num_feature is \"-2\"" },
        { "learner.learner_model_param.num_feature", "\"0\"", TreePath + "split_indices[0] is 1" },
        { "learner.learner_model_param.num_feature", "\"1\"", TreePath + "split_indices[0] is 1" },
        { "learner.learner_model_param.num_class", "\"3\"", "learner.learner_model_param.num_class is 3" },
        { "learner.learner_model_param.num_feature", "\"2147483646\"", "learner.learner_model_param.num_feature is 2147483646" },
        { "learner.learner_model_param.num_feature", "\"65536\"", "learner.learner_model_param.num_feature is 65536" },
        { "learner.learner_model_param.num_class", "\"2147483647\"", "learner.learner_model_param.num_class is 2147483647" },
        { "learner.learner_model_param.num_target", "\"2147483000\"", "learner.learner_model_param.num_target is 2147483000" },
        { "learner.gradient_booster.model.gbtree_model_param.num_trees", "\"2147483647\"", "tree_info has 2 entries; there must be 2147483647" },
        { "learner.gradient_booster.model.gbtree_model_param.num_parallel_tree", "\"2147483647\"", "whole rounds" },
        { Tree + "tree_param.num_nodes", "\"2147483647\"", TreePath + "split_type has 5 entries; there must be 2147483647" },
        { Tree + "tree_param.num_nodes", "\"2000000000\"", TreePath + "split_type has 5 entries; there must be 2000000000" },
        { "learner.learner_model_param.base_score", "\"half\"", "learner.learner_model_param.base_score is \"half\"" },
        { "learner.learner_model_param.base_score", "\"[5E-1\"", "does not close" },
        { "learner.learner_model_param.base_score", "\"[5E-1,5E-1]\"", "2 base scores for 1 groups" },
        { "learner.learner_model_param.base_score", "\"1.5\"", "must be in (0, 1)" },
        { "learner.learner_model_param.base_score", "\"NaN\"", "must be a finite number" },
        { "learner.objective.name", "\"survival:cox\"", "learner.objective.name is \"survival:cox\"" },
        { "learner.objective.name", "\"multi:softprob\"", "learner.learner_model_param.num_class is 0" },
        { "learner.objective.name", "7", "learner.objective.name is a number" },
        { "learner.objective.reg_loss_param.scale_pos_weight", "\"-1\"", "PositiveWeight is -1" },
        { "learner.attributes.note", "12", "learner.attributes.note is a number" },
        { "learner.attributes", "\"none\"", "learner.attributes is a text" },
        { "learner.feature_names", "[\"one\"]", "1 feature names for 2 features" },
        { "learner.feature_names.1", "null", "learner.feature_names[1] is null" },
        { "learner.feature_types", "[\"float\"]", "1 feature types for 2 features" },
        { "learner.gradient_booster.name", "\"gblinear\"", "learner.gradient_booster.name is \"gblinear\"" },
        { "learner.gradient_booster.name", "\"forest\"", "gbtree and dart are read" },
        { "learner.gradient_booster.name", "\"dart\"", "learner.gradient_booster.gbtree is missing" },
        { "learner.gradient_booster.model.gbtree_model_param.num_trees", "\"3\"", "learner.gradient_booster.model.tree_info has 2 entries; there must be 3" },
        { "learner.gradient_booster.model.gbtree_model_param.num_trees", "\"many\"", "num_trees is \"many\"" },
        { "learner.gradient_booster.model.gbtree_model_param.num_parallel_tree", "\"3\"", "whole rounds" },
        { "learner.gradient_booster.model.iteration_indptr", "[0,3]", "RoundStarts is [0, 3]" },
        { "learner.gradient_booster.model.tree_info", "[0,1]", "learner.gradient_booster.model.tree_info[1] is 1" },
        { "learner.gradient_booster.model.tree_info", "[0]", "learner.gradient_booster.model.tree_info has 1 entries" },
        { "learner.gradient_booster.model.trees", "{}", "learner.gradient_booster.model.trees is an object" },
        { "learner.gradient_booster.model.trees.1", "3", "learner.gradient_booster.model.trees[1] is a number" },
        { Tree + "tree_param.num_nodes", "\"4\"", TreePath + "split_type has 5 entries; there must be 4" },
        { Tree + "tree_param.num_nodes", "\"0\"", "there must be 0" },
        { Tree + "tree_param.num_deleted", "\"2\"", TreePath + "tree_param.num_deleted is 2" },
        { Tree + "tree_param.size_leaf_vector", "\"3\"", "leaves hold vectors" },
        { Tree + "left_children", "[0,3,-1,-1,-1]", TreePath + "left_children[0] is 0" },
        { Tree + "left_children", "[1,99,-1,-1,-1]", TreePath + "left_children[1] is 99" },
        { Tree + "left_children", "[1,-7,-1,-1,-1]", TreePath + "left_children[1] is -7" },
        { Tree + "left_children", "[1,4,-1,-1,-1]", TreePath + "right_children[1] is 4" },
        { Tree + "left_children", "[1,3.5,-1,-1,-1]", TreePath + "left_children[1] is 3.5" },
        { Tree + "right_children", "[2,3,-1,-1,-1]", TreePath + "right_children[1] is 3" },
        { Tree + "split_indices", "[1,-1,0,0,0]", TreePath + "split_indices[1] is -1" },
        { Tree + "split_conditions", "[2.5,1E99,0.75,0.5,-0.25]", TreePath + "split_conditions[1] is 1E99" },
        { Tree + "split_conditions", "[2.5,null,0.75,0.5,-0.25]", TreePath + "split_conditions[1] is null" },
        { Tree + "split_conditions", null, TreePath + "split_conditions is missing" },
        { Tree + "default_left", "[1,2,0,0,0]", TreePath + "default_left[1] is 2" },
        { Tree + "parents", "[2147483647,0,0,2,1]", TreePath + "parents[3] is 2" },
        { Tree + "sum_hessian", "[1,2]", TreePath + "sum_hessian has 2 entries" },
        { Tree + "split_type", "[0,1,0,0,0]", TreePath + "split_type[1] is 1: a categorical split" },
        { Tree + "categories_nodes", "[1]", TreePath + "categories_nodes names 1 nodes" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Read_ChangedField_NamesFileFieldAndRemedy(string place, string? value, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => XgboostSample.Read(Change(place, value)));
        Assert.StartsWith("model.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Matches(@"(Save|Train|Encode) .*\.$", error.Message);
    }

    [Fact]
    public void Read_LoopOfChildren_IsRefused()
    {
        var root = JsonNode.Parse(XgboostSample.Json)!;
        var tree = root["learner"]!["gradient_booster"]!["model"]!["trees"]![0]!;
        tree["left_children"] = new JsonArray(-1, 3, -1, 1, -1);
        tree["right_children"] = new JsonArray(-1, 4, -1, 2, -1);
        var error = Assert.Throws<InvalidDataException>(() => XgboostSample.Read(root.ToJsonString()));
        Assert.Contains("trees[0] is no tree: Node 1 splits but the root does not reach it", error.Message, StringComparison.Ordinal);
        tree["left_children"] = new JsonArray(1, 1, -1, -1, -1);
        tree["right_children"] = new JsonArray(2, 2, -1, -1, -1);
        error = Assert.Throws<InvalidDataException>(() => XgboostSample.Read(root.ToJsonString()));
        Assert.Contains("Node 1 is a child of node 0 and of node 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("not a model", "not JSON")]
    [InlineData("[1, 2]", "holds an array")]
    [InlineData("{}", "learner is missing")]
    [InlineData("binf\0\0\0\0", "not JSON")]
    [InlineData("{\"learner\": {}, \"learner\": {}}", "not JSON")]
    [InlineData("{\"learner\": {\"learner_model_param\": \"\\ud800\"}, \"version\": [1, 7, 4]}", "learner")]
    public void Read_ForeignContent_IsRefusedByName(string content, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => XgboostSample.Read(content));
        Assert.StartsWith("model.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    // No array may be made for a number that only the file's text states: a table of 2^31 nodes, trees or classes is gigabytes.
    [Theory]
    [InlineData("\"num_trees\": \"2\"", "\"num_trees\": \"2147483647\"", "none")]
    [InlineData("\"num_trees\": \"2\"", "\"num_trees\": \"1000000000\"", "none")]
    [InlineData("\"num_nodes\": \"5\"", "\"num_nodes\": \"2000000000\"", "\"split_type\": [0, 0, 0, 0, 0], ")]
    [InlineData("\"num_target\": \"1\"", "\"num_target\": \"100000000\"", "none")]
    [InlineData("\"num_class\": \"0\"", "\"num_class\": \"100000000\"", "none")]
    public void Read_CountFarBeyondTheContent_IsRefusedWithoutRoomForIt(string from, string to, string dropped)
    {
        var json = XgboostSample.Json.Replace(from, to, StringComparison.Ordinal).Replace(dropped, string.Empty, StringComparison.Ordinal);
        Assert.NotEqual(XgboostSample.Json, json);
        if (from.Contains("num_class", StringComparison.Ordinal))
        {
            json = json.Replace("binary:logistic", "multi:softprob", StringComparison.Ordinal);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => XgboostSample.Read(json));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Read_EveryTruncation_IsRefused()
    {
        var content = Encoding.UTF8.GetBytes(XgboostSample.Json);
        for (var length = 0; length < content.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => XgboostReader.Read(new MemoryStream(content, 0, length), "model.json"));
        }
    }

    [Fact]
    public void Read_ChangedBytes_GiveAModelOrTheOneError()
    {
        var content = Encoding.UTF8.GetBytes(XgboostSample.Json);
        var stream = StreamKey.FromSeed(5).Open();
        for (var at = 0; at < content.Length; at++)
        {
            TryRead(content, at, (byte)stream.NextInt(256));
        }
    }

    [Fact]
    public void Read_DamagedBinaryJson_GivesAModelOrTheOneError()
    {
        var content = File.ReadAllBytes(SharedFiles.Require("golden/xgb_binary_logistic.model.ubj"));
        var stream = StreamKey.FromSeed(6).Open();
        for (var at = 0; at < content.Length; at += 1 + stream.NextInt(40))
        {
            TryRead(content, at, (byte)stream.NextInt(256));
        }

        for (var length = 2; length < content.Length; length += 1 + stream.NextInt(80))
        {
            var error = Assert.Throws<InvalidDataException>(() => XgboostReader.Read(new MemoryStream(content, 0, length), "model.ubj"));
            Assert.Contains("cut off or damaged", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{i\u0001a[$Z#L\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f}", "a typed array is not one of numbers")]
    [InlineData("{i\u0001a[$d#L\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f}", "are left")]
    [InlineData("{i\u0001aS", "are left")]
    [InlineData("{i\u0001aX}", "starts no value")]
    [InlineData("{i\u0001aZ}Z", "follow the end")]
    [InlineData("{L\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007fa", "are announced")]
    public void Read_BrokenBinaryJson_IsRefused(string content, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => XgboostSample.Read(content));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeepBinaryJson_IsRefused()
    {
        var error = Assert.Throws<InvalidDataException>(() => XgboostSample.Read("{i\u0001a" + new string('[', 100_000)));
        Assert.Contains("nested", error.Message, StringComparison.Ordinal);
    }

    private static void TryRead(byte[] content, int at, byte value)
    {
        var changed = (byte[])content.Clone();
        changed[at] = value;
        try
        {
            XgboostReader.Read(new MemoryStream(changed), "model");
        }
        catch (InvalidDataException)
        {
            // The only error that damage may lead to.
        }
    }

    private static string Change(string place, string? value)
    {
        var root = JsonNode.Parse(XgboostSample.Json)!;
        var node = root;
        var names = place.Split('.');
        foreach (var name in names[..^1])
        {
            node = int.TryParse(name, out var index) ? node[index]! : node[name]!;
        }

        if (node is JsonArray array)
        {
            array[int.Parse(names[^1])] = JsonNode.Parse(value!);
        }
        else if (value is null)
        {
            node.AsObject().Remove(names[^1]);
        }
        else
        {
            node[names[^1]] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }
}
