namespace Ratchet.Trading.Engine;

/// <summary>A session that goes on where its journal ends.</summary>
/// <param name="Session">The session, ready for the next input.</param>
/// <param name="Report">How it was rebuilt.</param>
public sealed record RecoveredSession(TradingSession Session, RecoveryReport Report);
