namespace Ratchet.Learning.Trees;

/// <summary>How much is done between two looks at a cancellation token.</summary>
internal static class WorkChunk
{
    /// <summary>Rows of one pass; a pass does a few nanoseconds of work a row, so that a chunk takes about a millisecond.</summary>
    public const int Rows = 1 << 17;
}
