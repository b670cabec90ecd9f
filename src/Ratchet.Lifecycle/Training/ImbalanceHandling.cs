namespace Ratchet.Lifecycle.Training;

/// <summary>What is done about classes that are rarer than others, for the entry and the exit model.</summary>
public enum ImbalanceHandling
{
    /// <summary>Nothing but what the forests' own settings say.</summary>
    None,

    /// <summary>Both forests weigh their classes as if balanced, whatever their own settings say.</summary>
    ClassWeights,

    /// <summary>The rare class is filled up with synthetic rows, within the training part of every fold and window.</summary>
    Smote,
}
