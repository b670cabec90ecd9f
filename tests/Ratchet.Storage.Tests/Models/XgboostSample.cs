using System.Text.Json;
using Ratchet.Learning.Exchange;
using Ratchet.Storage.Models;

namespace Ratchet.Storage.Tests.Models;

/// <summary>A small model written out by hand, and comparisons of models.</summary>
internal static class XgboostSample
{
    /// <summary>
    /// Two trees over two features. Tree 0: x1 &lt; 2.5 ? (x0 &lt; -1 ? 0.5 : -0.25) : 0.75, NaN of x1 left and of x0 right; tree 1: one leaf of 0.125.
    /// The base score is 0.25, its margin -ln 3.
    /// </summary>
    public const string Json = """
        {
          "learner": {
            "attributes": {"best_iteration": "0", "note": "by hand: \"<a & b>\""},
            "feature_names": ["left", "right"],
            "feature_types": ["float", "int"],
            "gradient_booster": {
              "model": {
                "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "2", "size_leaf_vector": "0"},
                "tree_info": [0, 0],
                "trees": [
                  {
                    "base_weights": [0.1, 0.2, 1.5, 1E0, -5E-1], "categories": [], "categories_nodes": [], "categories_segments": [], "categories_sizes": [],
                    "default_left": [1, 0, 0, 0, 0], "id": 0, "left_children": [1, 3, -1, -1, -1], "loss_changes": [10.5, 4.0, 0.0, 0.0, 0.0],
                    "parents": [2147483647, 0, 0, 1, 1], "right_children": [2, 4, -1, -1, -1], "split_conditions": [2.5, -1.0, 0.75, 0.5, -0.25],
                    "split_indices": [1, 0, 0, 0, 0], "split_type": [0, 0, 0, 0, 0], "sum_hessian": [8.0, 6.0, 2.0, 2.0, 4.0],
                    "tree_param": {"num_deleted": "0", "num_feature": "2", "num_nodes": "5", "size_leaf_vector": "0"}
                  },
                  {
                    "base_weights": [0.25], "categories": [], "categories_nodes": [], "categories_segments": [], "categories_sizes": [],
                    "default_left": [0], "id": 1, "left_children": [-1], "loss_changes": [0.0], "parents": [2147483647], "right_children": [-1],
                    "split_conditions": [0.125], "split_indices": [0], "split_type": [0], "sum_hessian": [8.0],
                    "tree_param": {"num_deleted": "0", "num_feature": "2", "num_nodes": "1", "size_leaf_vector": "0"}
                  }
                ]
              },
              "name": "gbtree"
            },
            "learner_model_param": {"base_score": "2.5E-1", "boost_from_average": "0", "num_class": "0", "num_feature": "2", "num_target": "1"},
            "objective": {"name": "binary:logistic", "reg_loss_param": {"scale_pos_weight": "1"}}
          },
          "version": [1, 7, 4]
        }
        """;

    public static TreeEnsemble Read(string json) => XgboostReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)), "model.json");

    public static byte[] Write(TreeEnsemble model)
    {
        using var stream = new MemoryStream();
        XgboostWriter.Write(model, stream);
        return stream.ToArray();
    }

    public static void AssertSame(TreeEnsemble expected, TreeEnsemble actual)
    {
        Assert.Equal(expected.Objective, actual.Objective);
        Assert.Equal(expected.FeatureCount, actual.FeatureCount);
        Assert.Equal(expected.Groups, actual.Groups);
        Assert.Equal(expected.ParallelTrees, actual.ParallelTrees);
        Assert.Equal(expected.PositiveWeight, actual.PositiveWeight);
        Assert.Equal(expected.BaseScores.ToArray(), actual.BaseScores.ToArray());
        Assert.Equal(expected.RoundStarts.ToArray(), actual.RoundStarts.ToArray());
        Assert.Equal(expected.FeatureNames, actual.FeatureNames);
        Assert.Equal(expected.FeatureTypes, actual.FeatureTypes);
        Assert.Equal(expected.Attributes.OrderBy(a => a.Key), actual.Attributes.OrderBy(a => a.Key));
        Assert.Equal(expected.Trees.Count, actual.Trees.Count);
        for (var t = 0; t < expected.Trees.Count; t++)
        {
            Assert.Equal(expected.Trees[t].Group, actual.Trees[t].Group);
            Assert.Equal(expected.Trees[t].Nodes.ToArray(), actual.Trees[t].Nodes.ToArray());
        }
    }

    /// <summary>Everything that one JSON says stands in the other with the same meaning: numbers by their float32, texts that are numbers too.</summary>
    public static void AssertSays(byte[] expected, byte[] actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        AssertSays(left.RootElement, right.RootElement, "$");
    }

    private static void AssertSays(JsonElement expected, JsonElement actual, string path)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{path}: {expected.ValueKind} and {actual.ValueKind}");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject())
                {
                    Assert.True(actual.TryGetProperty(property.Name, out var other), $"{path}.{property.Name} is missing");
                    AssertSays(property.Value, other, $"{path}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{path}: lengths");
                for (var i = 0; i < expected.GetArrayLength(); i++)
                {
                    AssertSays(expected[i], actual[i], $"{path}[{i}]");
                }

                break;
            case JsonValueKind.Number:
                Assert.True(
                    BitConverter.SingleToInt32Bits(expected.GetSingle()) == BitConverter.SingleToInt32Bits(actual.GetSingle()), $"{path}: {expected} and {actual}");
                break;
            default:
                var same = expected.GetString() == actual.GetString()
                    || (float.TryParse(expected.GetString(), out var a) && float.TryParse(actual.GetString(), out var b) && a == b);
                Assert.True(same, $"{path}: {expected} and {actual}");
                break;
        }
    }
}
