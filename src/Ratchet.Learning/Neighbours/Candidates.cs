namespace Ratchet.Learning.Neighbours;

/// <summary>Which events a query may have as neighbours.</summary>
/// <param name="Times">The events' times; empty where time does not matter.</param>
/// <param name="Before">Only events before this are candidates.</param>
/// <param name="Groups">The events' groups; empty where groups do not matter.</param>
/// <param name="ExcludedGroup">Events of this group are no candidates.</param>
internal readonly record struct Candidates(double[] Times, double Before, int[] Groups, int ExcludedGroup)
{
    public bool Admit(int index) =>
        (Times.Length == 0 || Times[index] < Before) && (Groups.Length == 0 || Groups[index] != ExcludedGroup);
}
