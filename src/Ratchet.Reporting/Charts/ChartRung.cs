namespace Ratchet.Reporting.Charts;

/// <summary>One step of a bracket.</summary>
/// <param name="Label">Its budget in words, such as "1/9".</param>
/// <param name="Entered">How many configurations were evaluated here.</param>
/// <param name="Survived">How many went on, or finished at the last step.</param>
public readonly record struct ChartRung(string Label, int Entered, int Survived);
