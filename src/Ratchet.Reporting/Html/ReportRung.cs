namespace Ratchet.Reporting.Html;

/// <summary>One rung of a bracket.</summary>
/// <param name="Fidelity">Its budget in words, such as "1/9".</param>
/// <param name="Place">Its place among all rungs of the search (0 for the smallest budget), which picks its colour.</param>
/// <param name="Entered">How many configurations were evaluated.</param>
/// <param name="Survived">How many went on, or finished at the last rung.</param>
public readonly record struct ReportRung(string Fidelity, int Place, int Entered, int Survived);
