namespace Ratchet.Adaptation.Decomposition;

/// <summary>What trades are grouped by; the flags combine to every pair and the triple.</summary>
[Flags]
public enum Grouping
{
    /// <summary>All trades together.</summary>
    None = 0,

    /// <summary>By strategy.</summary>
    Strategy = 1,

    /// <summary>By symbol.</summary>
    Symbol = 2,

    /// <summary>By regime.</summary>
    Regime = 4,
}
