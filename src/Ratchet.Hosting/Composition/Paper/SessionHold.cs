using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>
/// What buying each symbol in equal parts at its first open would be worth, fee and fixed slippage of the entry paid; it is held and not sold at the end. The baseline beside the
/// figures of a session.
/// </summary>
/// <param name="options">Cash, instruments and costs.</param>
internal sealed class SessionHold(EngineOptions options)
{
    private readonly double part = (double)options.InitialCash / options.Instruments.Count;
    private readonly double costs = (1 + (options.Venue.SlippageBps * 1e-4)) * (1 + options.Venue.TakerFee);
    private readonly double[] quantities = new double[options.Instruments.Count];
    private readonly double[] values = [.. options.Instruments.Select(_ => (double)options.InitialCash / options.Instruments.Count)];

    /// <summary>The worth at the last closes.</summary>
    public double Equity => values.Sum();

    public void Take(int symbol, in Bar bar)
    {
        if (quantities[symbol] == 0)
        {
            quantities[symbol] = part / (bar.Open * costs);
        }

        values[symbol] = quantities[symbol] * bar.Close;
    }
}
