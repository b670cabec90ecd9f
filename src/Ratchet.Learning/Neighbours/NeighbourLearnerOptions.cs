using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Neighbours;

/// <summary>How a table's rows become events.</summary>
public sealed record NeighbourLearnerOptions
{
    /// <summary>Whether targets are numbers to average; else they are classes. Default classes.</summary>
    public bool Regression { get; init; }

    /// <summary>Which events are similar and how they vote.</summary>
    public NeighbourOptions Retrieval { get; init; } = new();

    /// <summary>The feature that holds each row's time and is left out of the distance; null for none. Needed by OnlyPast and HalfLife.</summary>
    public string? TimeFeature { get; init; }

    /// <summary>The feature that holds each row's group as an integer and is left out of the distance; null for none. Needed by ExcludeSameGroup.</summary>
    public string? GroupFeature { get; init; }

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentException">A field is outside its range or needs another; the message names them.</exception>
    public void Validate()
    {
        Retrieval.Validate();
        if (Retrieval.NeedsTimes && TimeFeature is null)
        {
            throw new ArgumentException($"OnlyPast is {Retrieval.OnlyPast} and HalfLife {Retrieval.HalfLife}; TimeFeature must then name a feature.", nameof(TimeFeature));
        }

        if (Retrieval.ExcludeSameGroup && GroupFeature is null)
        {
            throw new ArgumentException("ExcludeSameGroup is set; GroupFeature must then name a feature.", nameof(GroupFeature));
        }

        if (TimeFeature is not null && TimeFeature == GroupFeature)
        {
            throw new ArgumentException($"TimeFeature and GroupFeature are both '{TimeFeature}'; they must differ.", nameof(GroupFeature));
        }
    }

    /// <summary>The column of a named feature, -1 for none.</summary>
    internal static int Find(LearningData data, string? feature)
    {
        for (var f = 0; f < data.FeatureCount && feature is not null; f++)
        {
            if (data.Names[f] == feature)
            {
                return f;
            }
        }

        return feature is null ? -1 : throw new ArgumentException($"The table has no feature '{feature}'.", nameof(feature));
    }
}
