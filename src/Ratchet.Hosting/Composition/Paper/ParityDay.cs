namespace Ratchet.Hosting.Composition.Paper;

/// <summary>The parity of one UTC day.</summary>
/// <param name="Day">The day's first moment.</param>
/// <param name="Bars">How many bars of how many symbols were compared.</param>
/// <param name="Identical">At how many of them decisions, orders and fills are the same.</param>
/// <param name="Causes">How many of the others have which cause.</param>
public sealed record ParityDay(long Day, int Bars, int Identical, IReadOnlyDictionary<DifferenceCause, int> Causes)
{
    /// <summary>The parity figure: identical over compared bars; 1 where there are none.</summary>
    public double Share => Bars == 0 ? 1 : (double)Identical / Bars;
}
