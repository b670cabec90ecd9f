using Ratchet.Learning.Boosting;
using Ratchet.Learning.Trees;

namespace Ratchet.Storage.Models;

/// <summary>Boosted trees as sections; the objective goes by its number in this table.</summary>
internal static class BoostedSections
{
    private static readonly BoostingObjective[] Objectives = [BoostingObjective.BinaryLogistic, BoostingObjective.Softmax, BoostingObjective.SquaredError];

    public static void Write(SectionWriter writer, BoostedTrees model)
    {
        var parts = BoostedParts.Of(model);
        ForestSections.Write(writer, parts.Bins);
        writer.Add<int>("boosted.shape", [Array.IndexOf(Objectives, parts.Objective), parts.ClassCount, parts.BestRound]);
        writer.Add<double>("boosted.base", [parts.BaseScore]);
        writer.Add("boosted.training", parts.TrainingLosses.Span);
        writer.Add("boosted.validation", parts.ValidationLosses.Span);
        writer.Add("boosted.starts", parts.Starts.Span);
        writer.Add("boosted.depths", parts.Depths.Span);
        writer.Add("boosted.nodes", parts.Nodes.Span);
        writer.Add("boosted.values", parts.Values.Span);
        writer.Add("boosted.weights", parts.Weights.Span);
        writer.Add("boosted.gains", parts.Gains.Span);
        writer.Add("boosted.unshrunk", parts.BaseWeights.Span);
    }

    public static BoostedTrees Read(SectionReader reader)
    {
        var bins = ForestSections.ReadBins(reader);
        var shape = reader.Read<int>("boosted.shape", 3);
        if ((uint)shape[0] >= (uint)Objectives.Length)
        {
            throw new ArgumentException($"The objective is {shape[0]}; it must be below {Objectives.Length}.");
        }

        var parts = new BoostedParts
        {
            Objective = Objectives[shape[0]],
            ClassCount = shape[1],
            BestRound = shape[2],
            Bins = bins,
            BaseScore = reader.Read<double>("boosted.base", 1)[0],
            TrainingLosses = reader.Read<double>("boosted.training"),
            ValidationLosses = reader.Read<double>("boosted.validation"),
            Starts = reader.Read<int>("boosted.starts"),
            Depths = reader.Read<int>("boosted.depths"),
            Nodes = reader.Read<TreeNode>("boosted.nodes"),
            Values = reader.Read<double>("boosted.values"),
            Weights = reader.Read<double>("boosted.weights"),
            Gains = reader.Read<double>("boosted.gains"),
            BaseWeights = reader.Read<double>("boosted.unshrunk"),
        };
        return parts.ToModel();
    }
}
