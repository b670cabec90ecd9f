namespace Ratchet.Search.Schedulers;

/// <summary>A trial's value at a rung.</summary>
/// <param name="Rung">The rung's index in the trial's bracket.</param>
/// <param name="Resource">The rung's resource.</param>
/// <param name="Value">The value.</param>
public readonly record struct RungValue(int Rung, double Resource, double Value);
