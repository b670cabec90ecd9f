namespace Ratchet.Features.Sets;

/// <summary>
/// A family whose columns may be stored and read again. A family that does not say so is computed each time, since nothing else would tell when its meaning
/// has changed.
/// </summary>
public interface IVersionedFamily : IFeatureFamily
{
    /// <summary>
    /// Everything that decides the numbers beside the feature's name and the bars: a version that rises with each change of meaning, and settings that are not
    /// in the name. Null: never stored.
    /// </summary>
    string? Definition { get; }
}
