namespace Ratchet.Scenarios.Paper;

/// <summary>The process is gone, at this very moment.</summary>
internal sealed class KilledException : Exception;
