using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Neighbours;

/// <summary>Which columns of a table are features of the distance, and which hold time and group (-1 for none).</summary>
/// <param name="Features">The columns of the distance.</param>
/// <param name="Time">The column of times.</param>
/// <param name="Group">The column of groups.</param>
internal sealed record EventColumns(int[] Features, int Time, int Group)
{
    public static EventColumns Of(LearningData data, NeighbourLearnerOptions options)
    {
        var time = NeighbourLearnerOptions.Find(data, options.TimeFeature);
        var group = NeighbourLearnerOptions.Find(data, options.GroupFeature);
        int[] features = [.. Enumerable.Range(0, data.FeatureCount).Where(f => f != time && f != group)];
        return features.Length > 0
            ? new(features, time, group)
            : throw new ArgumentException("The table has no features but time and group; distances need at least one.", nameof(data));
    }

    public double TimeOf(LearningData data, int row) => Time < 0 ? double.NaN : TableInputs.RequireFinite(data, Time, row);

    public int GroupOf(LearningData data, int row)
    {
        if (Group < 0)
        {
            return 0;
        }

        var value = TableInputs.RequireFinite(data, Group, row);
        return value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
            ? (int)value
            : throw new ArgumentException($"Feature '{data.Names[Group]}' is {value} at row {row}; a group must be an integer below 2³¹.");
    }
}
