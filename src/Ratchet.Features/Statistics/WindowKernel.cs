namespace Ratchet.Features.Statistics;

/// <summary>What a full window says.</summary>
/// <param name="window">The numbers, oldest first.</param>
internal delegate double WindowKernel(ReadOnlySpan<double> window);
