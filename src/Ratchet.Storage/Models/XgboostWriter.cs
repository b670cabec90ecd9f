using System.Text.Json;
using Ratchet.Learning.Exchange;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Models;

/// <summary>
/// Writes an ensemble as XGBoost 1.7 writes its JSON, all fields complete, so that 1.7 and every later version load it with Booster.load_model and predict the same.
/// Only base scores that differ between groups need version 3.1, which has them.
/// </summary>
/// <remarks>
/// XGBoost then asks for the ensemble's feature names on every DMatrix, and does not take names with '[', ']' or '&lt;' there; predict with
/// validate_features=False where that is in the way.
/// </remarks>
public static class XgboostWriter
{
    private static readonly int[] Version = [1, 7, 4];

    /// <summary>Writes a file in one step: readers see the old file or the new one.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="path">The file; its name ends in .json, by which XGBoost knows the format.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    public static void Write(TreeEnsemble ensemble, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!path.EndsWith(".json", StringComparison.Ordinal))
        {
            throw new ArgumentException($"path is {path}; it must end in .json, by which XGBoost knows the format.", nameof(path));
        }

        using var memory = new MemoryStream();
        Write(ensemble, memory);
        AtomicFile.Write(Path.GetFullPath(path), memory.ToArray(), null);
    }

    /// <summary>Writes to a stream.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="stream">The stream; it stays open.</param>
    public static void Write(TreeEnsemble ensemble, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        writer.WriteStartObject("learner");
        writer.WritePropertyName("attributes");
        writer.WriteRawValue(XgboostText.Object(ensemble.Attributes), skipInputValidation: true);
        WriteTexts(writer, "feature_names", ensemble.FeatureNames);
        WriteTexts(writer, "feature_types", ensemble.FeatureTypes);
        WriteBooster(writer, ensemble);
        WriteParameters(writer, ensemble);
        WriteObjective(writer, ensemble);
        writer.WriteEndObject();
        WriteIntegers(writer, "version", Version);
        writer.WriteEndObject();
    }

    private static void WriteBooster(Utf8JsonWriter writer, TreeEnsemble ensemble)
    {
        writer.WriteStartObject("gradient_booster");
        writer.WriteStartObject("model");
        writer.WriteStartObject("gbtree_model_param");
        writer.WriteString("num_parallel_tree", $"{ensemble.ParallelTrees}");
        writer.WriteString("num_trees", $"{ensemble.Trees.Count}");
        writer.WriteString("size_leaf_vector", "0");
        writer.WriteEndObject();
        WriteIntegers(writer, "iteration_indptr", ensemble.RoundStarts);
        writer.WriteStartArray("tree_info");
        foreach (var tree in ensemble.Trees)
        {
            writer.WriteNumberValue(tree.Group);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("trees");
        for (var t = 0; t < ensemble.Trees.Count; t++)
        {
            WriteTree(writer, ensemble.Trees[t], t, ensemble.FeatureCount);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteString("name", "gbtree");
        writer.WriteEndObject();
    }

    private static void WriteTree(Utf8JsonWriter writer, EnsembleTree tree, int id, int featureCount)
    {
        writer.WriteStartObject();
        WriteReals(writer, "base_weights", tree, static node => node.BaseWeight);
        WriteIntegers(writer, "categories", []);
        WriteIntegers(writer, "categories_nodes", []);
        WriteIntegers(writer, "categories_segments", []);
        WriteIntegers(writer, "categories_sizes", []);

        // A removed node is known by its feature and by its direction, which share a word in XGBoost's memory.
        WriteNodes(writer, "default_left", tree, static (t, n) => t.IsRemoved(n) || t.Nodes[n].MissingGoesLeft ? 1 : 0);
        writer.WriteNumber("id", id);
        WriteNodes(writer, "left_children", tree, static (t, n) => t.Nodes[n].IsLeaf ? -1 : t.Nodes[n].Left);
        WriteReals(writer, "loss_changes", tree, static node => node.Gain);
        WriteNodes(writer, "parents", tree, static (t, n) => n == 0 ? XgboostNames.None : Math.Max(0, t.Parents[n]));
        WriteNodes(writer, "right_children", tree, static (t, n) => t.Nodes[n].IsLeaf ? -1 : t.Nodes[n].Left + 1);
        WriteReals(writer, "split_conditions", tree, static node => node.IsLeaf ? node.Value : node.Threshold);
        WriteNodes(writer, "split_indices", tree, static (t, n) => t.IsRemoved(n) ? XgboostNames.None : t.Nodes[n].Feature);
        WriteNodes(writer, "split_type", tree, static (_, _) => 0);
        WriteReals(writer, "sum_hessian", tree, static node => node.Cover);
        writer.WriteStartObject("tree_param");
        writer.WriteString("num_deleted", $"{tree.RemovedCount}");
        writer.WriteString("num_feature", $"{featureCount}");
        writer.WriteString("num_nodes", $"{tree.Nodes.Length}");
        writer.WriteString("size_leaf_vector", "0");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter writer, TreeEnsemble ensemble)
    {
        var scores = ensemble.BaseScores;
        var one = !scores.ContainsAnyExcept(scores[0]);
        var soft = XgboostNames.IsSoft(ensemble.Objective);
        writer.WriteStartObject("learner_model_param");
        writer.WriteString("base_score", one ? XgboostNames.Number(scores[0]) : $"[{string.Join(',', scores.ToArray().Select(XgboostNames.Number))}]");

        // XGBoost's own word for "nobody has chosen the base score".
        writer.WriteString("boost_from_average", one && scores[0] == 0.5f ? "1" : "0");
        writer.WriteString("num_class", $"{(soft ? ensemble.Groups : 0)}");
        writer.WriteString("num_feature", $"{ensemble.FeatureCount}");
        writer.WriteString("num_target", $"{(soft ? 1 : ensemble.Groups)}");
        writer.WriteEndObject();
    }

    private static void WriteObjective(Utf8JsonWriter writer, TreeEnsemble ensemble)
    {
        writer.WriteStartObject("objective");
        writer.WriteString("name", XgboostNames.Name(ensemble.Objective));
        if (XgboostNames.IsSoft(ensemble.Objective))
        {
            writer.WriteStartObject("softmax_multiclass_param");
            writer.WriteString("num_class", $"{ensemble.Groups}");
        }
        else
        {
            writer.WriteStartObject("reg_loss_param");
            writer.WriteString("scale_pos_weight", $"{ensemble.PositiveWeight}");
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteRawValue(XgboostText.Quote(text), skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    private static void WriteIntegers(Utf8JsonWriter writer, string name, ReadOnlySpan<int> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    private static void WriteNodes(Utf8JsonWriter writer, string name, EnsembleTree tree, Func<EnsembleTree, int, int> value)
    {
        writer.WriteStartArray(name);
        for (var n = 0; n < tree.Nodes.Length; n++)
        {
            writer.WriteNumberValue(value(tree, n));
        }

        writer.WriteEndArray();
    }

    private static void WriteReals(Utf8JsonWriter writer, string name, EnsembleTree tree, Func<EnsembleNode, float> value)
    {
        writer.WriteStartArray(name);
        foreach (ref readonly var node in tree.Nodes)
        {
            writer.WriteRawValue(XgboostNames.Number(value(node)), skipInputValidation: true);
        }

        writer.WriteEndArray();
    }
}
