using Ratchet.Validation.Significance;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What was best in the first half of the time, traded in the second half.</summary>
/// <param name="FirstBest">The best static profile of the first half.</param>
/// <param name="SecondBest">The best static profile of the second half.</param>
/// <param name="Default">Mean result of the default profile in the second half.</param>
/// <param name="StaticThen">That of the first half's best static profile.</param>
/// <param name="OracleThen">That of the first half's best profile by symbol and regime.</param>
/// <param name="OracleGain">The latter less that of the first half's best static profile, on the same entries.</param>
/// <param name="OracleNow">That of the second half's own best profile by symbol and regime: hindsight.</param>
public sealed record PersistenceResult(
    int FirstBest, int SecondBest, double Default, double StaticThen, double OracleThen, ConfidenceInterval OracleGain, double OracleNow);
