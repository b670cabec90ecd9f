namespace Ratchet.Storage.Models;

/// <summary>How much of a model of trees is kept in memory; the whole file is checked in either case.</summary>
public enum ModelDetail
{
    /// <summary>Everything: written again, it gives the same bytes.</summary>
    Everything,

    /// <summary>What predictions need: half the memory, because the nodes' weights and gains stay in the file.</summary>
    Prediction,
}
