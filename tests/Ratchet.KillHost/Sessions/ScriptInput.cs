using Ratchet.Trading.Engine;

namespace Ratchet.KillHost.Sessions;

/// <summary>One input of a scripted session.</summary>
/// <param name="Give">Gives it.</param>
/// <param name="Commits">Whether a commit follows.</param>
internal sealed record ScriptInput(Action<TradingSession> Give, bool Commits);
