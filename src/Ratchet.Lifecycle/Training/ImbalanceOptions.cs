using Ratchet.Learning.Forests;
using Ratchet.Learning.Resampling;

namespace Ratchet.Lifecycle.Training;

/// <summary>Rare classes in training. What is predicted, scored and calibrated on is always observed.</summary>
public sealed record ImbalanceOptions
{
    /// <summary>None, ClassWeights or Smote; default None.</summary>
    public ImbalanceHandling Handling { get; init; }

    /// <summary>Smote's k: how many nearest rows of its class a row may be joined with; default 5, from 1.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>Smote fills a class up to this share of the largest; default 1, in (0, 1].</summary>
    public double TargetRatio { get; init; } = 1;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Handling))
        {
            throw new ArgumentOutOfRangeException(nameof(Handling), Handling, $"{nameof(Handling)} must be None, ClassWeights or Smote.");
        }

        Smote.Validate();
    }

    internal SmoteOptions Smote => new() { Neighbours = Neighbours, TargetRatio = TargetRatio };

    internal ForestOptions Apply(ForestOptions forest) => Handling == ImbalanceHandling.ClassWeights && forest.Task == ForestTask.Classification
        ? forest with { ClassWeight = ClassWeighting.Balanced }
        : forest;
}
