using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Trees;

namespace Ratchet.Storage.Models;

/// <summary>Bins and forests as sections.</summary>
internal static class ForestSections
{
    public static void Write(SectionWriter writer, FeatureBins bins)
    {
        var parts = BinsParts.Of(bins);
        writer.AddTexts("bins.names", parts.Names);
        writer.Add("bins.counts", parts.Counts.Span);
        writer.Add("bins.thresholds", parts.Thresholds.Span);
    }

    public static FeatureBins ReadBins(SectionReader reader) =>
        new BinsParts(reader.ReadTexts("bins.names"), reader.Read<int>("bins.counts"), reader.Read<float>("bins.thresholds")).ToBins();

    /// <summary>A forest without its bins.</summary>
    public static void Write(SectionWriter writer, string prefix, RandomForest forest)
    {
        if (forest.IsPredictionOnly)
        {
            throw new ArgumentException("The forest was read for prediction only and cannot be written; read it with everything.", nameof(forest));
        }

        var parts = ForestParts.Of(forest);
        writer.Add<int>(prefix + "shape", [parts.Task == ForestTask.Regression ? 1 : 0, parts.ClassCount]);
        writer.Add(prefix + "starts", parts.Starts.Span);
        writer.Add(prefix + "depths", parts.Depths.Span);
        writer.Add(prefix + "nodes", parts.Nodes.Span);
        writer.Add(prefix + "values", parts.Values.Span);
        writer.Add(prefix + "weights", parts.Weights.Span);
        writer.Add(prefix + "gains", parts.Gains.Span);
    }

    public static RandomForest Read(SectionReader reader, string prefix, FeatureBins bins, ModelDetail detail)
    {
        var shape = reader.Read<int>(prefix + "shape", 2);
        if (shape[0] is not (0 or 1))
        {
            throw new ArgumentException($"The forest's task is {shape[0]}; 0 is classification, 1 regression.");
        }

        var parts = new ForestParts
        {
            Task = shape[0] == 1 ? ForestTask.Regression : ForestTask.Classification,
            ClassCount = shape[1],
            Bins = bins,
            Starts = reader.Read<int>(prefix + "starts"),
            Depths = reader.Read<int>(prefix + "depths"),
            Nodes = reader.Read<TreeNode>(prefix + "nodes"),
            Values = reader.Read<double>(prefix + "values"),
            Weights = ReadStatistic(reader, prefix + "weights", detail),
            Gains = ReadStatistic(reader, prefix + "gains", detail),
        };
        return parts.ToForest();
    }

    private static double[] ReadStatistic(SectionReader reader, string name, ModelDetail detail)
    {
        if (detail == ModelDetail.Everything)
        {
            return reader.Read<double>(name);
        }

        reader.Verify(name);
        return [];
    }
}
