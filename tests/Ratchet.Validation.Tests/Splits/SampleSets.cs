namespace Ratchet.Validation.Tests.Splits;

/// <summary>Rows of consecutive bars whose labels all have one length.</summary>
internal static class SampleSets
{
    public static (int[] Rows, int[] LabelEnds) Consecutive(int n, int labelBars) =>
        ([.. Enumerable.Range(0, n)], [.. Enumerable.Range(0, n).Select(i => i + labelBars)]);
}
