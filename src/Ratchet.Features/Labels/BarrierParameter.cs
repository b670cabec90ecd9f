namespace Ratchet.Features.Labels;

/// <summary>One number that a search over barriers may choose.</summary>
/// <param name="Name">Its name, as in the joint search.</param>
/// <param name="Low">The least value, included.</param>
/// <param name="High">The largest value, included.</param>
/// <param name="IsInteger">Whether only whole numbers are meant; others are rounded to the nearest.</param>
public readonly record struct BarrierParameter(string Name, double Low, double High, bool IsInteger);
