namespace Ratchet.Storage.Models;

/// <summary>What a model file holds. The numbers are part of the format.</summary>
public enum ModelKind
{
    /// <summary>No kind; never in a file.</summary>
    None = 0,

    /// <summary>A random forest.</summary>
    RandomForest = 1,

    /// <summary>Boosted trees.</summary>
    BoostedTrees = 2,

    /// <summary>A Gaussian hidden Markov model.</summary>
    HiddenMarkov = 3,

    /// <summary>A linear model.</summary>
    Linear = 4,

    /// <summary>A logistic regression.</summary>
    Logistic = 5,

    /// <summary>A calibration, Platt's or isotonic.</summary>
    Calibration = 6,

    /// <summary>The layer above the four forests.</summary>
    MetaLayer = 7,

    /// <summary>The four forests, the layer above them and the threshold.</summary>
    Ensemble = 8,
}
