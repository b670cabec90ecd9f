namespace Ratchet.Trading.Events;

/// <summary>What one strategy says about one symbol at the close of a bar. It knows nothing after that close.</summary>
/// <param name="Strategy">The strategy's place in <see cref="Engine.EngineOptions.Strategies"/>.</param>
/// <param name="Side">+1 long, -1 short, 0 none.</param>
/// <param name="Confidence">The probability that following the side pays, in [0, 1]; NaN is no signal.</param>
/// <param name="Momentum">The strength of the primary signal, compared with the momentum threshold by its absolute value; NaN is no signal.</param>
/// <param name="Size">The position model's output, clamped by the sizing options; NaN is no signal. 1 where there is no such model.</param>
/// <param name="ExitProbability">The probability that a position on <paramref name="Side"/> should be left; NaN is no opinion.</param>
/// <param name="Distance">The price distance of a multiple of 1 in the exit plan, such as the ATR; not above 0 or not finite is no signal.</param>
/// <param name="Confluence">How many indicators agree; 0 where not counted.</param>
/// <param name="Score">The strategy's own score before the threshold; NaN where it has none.</param>
/// <param name="Context">The market at that close.</param>
public readonly record struct Signal(
    int Strategy,
    sbyte Side,
    double Confidence,
    double Momentum,
    double Size,
    double ExitProbability,
    double Distance,
    int Confluence,
    double Score,
    MarketContext Context);
