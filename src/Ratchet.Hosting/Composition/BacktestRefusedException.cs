namespace Ratchet.Hosting.Composition;

/// <summary>A backtest would show what may not be shown: sealed bars, a model on its own training data alone, symbols that it never saw.</summary>
/// <param name="message">What, and what to do instead.</param>
public sealed class BacktestRefusedException(string message) : Exception(message);
