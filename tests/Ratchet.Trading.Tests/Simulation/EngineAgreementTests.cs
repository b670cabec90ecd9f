namespace Ratchet.Trading.Tests.Simulation;

public sealed class EngineAgreementTests
{
    [Fact]
    public void Run_RandomSignalsBarsAndParameters_GivesTheKernelsTrades()
    {
        const int Bars = 250;
        var trades = 0;
        for (var seed = 0UL; seed < 1200; seed++)
        {
            var data = new RandomMarket(seed, Bars, signalShare: 0.1 + (seed % 9 * 0.1), volatility: 0.002 + (seed % 7 * 0.004));
            var options = KernelSetup.Options(RandomMarket.Options(seed));
            trades += KernelAgreement.Compare($"seed {seed}", options, KernelSetup.Series(data), data.Signals, new((int)(seed % 50), Bars - (int)(seed % 30)));
        }

        Assert.True(trades > 20_000, $"{trades} trades compared");
    }
}
