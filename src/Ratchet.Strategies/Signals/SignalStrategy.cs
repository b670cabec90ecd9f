using Ratchet.Trading.Engine;

namespace Ratchet.Strategies.Signals;

/// <summary>A built-in strategy: how it is made, and how the engine and the adaptive layer begin with it.</summary>
/// <param name="Name">The name.</param>
/// <param name="BaseWeight">The weight that adaptation starts from.</param>
/// <param name="Rule">What it does, in a sentence.</param>
/// <param name="Rules">Thresholds and exits that suit it.</param>
/// <param name="Create">Makes it with its default settings.</param>
public sealed record SignalStrategy(string Name, double BaseWeight, string Rule, StrategyRules Rules, Func<MarketContexts, ITradingStrategy> Create);
