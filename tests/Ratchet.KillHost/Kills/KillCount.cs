namespace Ratchet.KillHost.Kills;

/// <summary>One row of the table: boundaries that were found, processes that were killed, runs that came out otherwise.</summary>
internal sealed record KillCount(string What, long Boundaries, long Kills, long Mismatches);
