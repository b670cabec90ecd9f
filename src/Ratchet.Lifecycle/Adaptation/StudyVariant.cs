namespace Ratchet.Lifecycle.Adaptation;

/// <summary>The same signals under another assumption, without the engine.</summary>
/// <param name="Name">The assumption.</param>
/// <param name="Scans">The symbols.</param>
/// <param name="Books">The books, in the order of the study's.</param>
public sealed record StudyVariant(string Name, IReadOnlyList<SymbolScan> Scans, IReadOnlyList<StudyBookResult> Books)
{
    /// <summary>The name of the variant whose volatility thresholds are quantiles of the symbol's own trailing year.</summary>
    public const string Quantiles = "volatility thresholds by the symbol's own year";

    /// <summary>The name of the variant without fees and slippage.</summary>
    public const string NoCosts = "no fees and no slippage";
}
