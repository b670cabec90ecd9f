using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Events;

namespace Ratchet.Lifecycle.Tests.Training;

public sealed class EnsembleStrategyTests
{
    private static readonly Symbol Other = Symbol.Parse("XYZ/USD");
    private readonly BarSeries bars = TinyStudy.Market();
    private readonly TrainedEnsemble ensemble;

    public EnsembleStrategyTests()
    {
        var dataset = TinyStudy.Dataset(bars, new(0, 1000));
        ensemble = new EnsembleTrainer(TinyStudy.Settings.Validation).Train(
            dataset, new IndexRange(0, dataset.Bars.Count), TinyStudy.Settings.Defaults, 1, 1, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Update_EachBar_SaysWhatTheStreamSaysWithTheMarketAround()
    {
        var (strategy, stream) = (Strategy([ensemble.Symbol], false), Stream());
        var context = new MarketContexts(bars.TimeFrame).Begin(0);
        var spoken = 0;
        for (var i = 0; i < 1500; i++)
        {
            var complete = stream.Update(bars[i], out var row);
            context.Update(bars[i]);
            strategy.Update(0, bars[i], 3, out var signal);
            Assert.Equal(
                new Signal(3, row.Side, row.Confidence, row.Momentum, row.Size, row.ExitProbability, row.Distance, 0, row.ExpectedR, context.Current),
                signal with { Context = signal.Context with { Bull = context.Current.Bull, Bear = context.Current.Bear } });
            Assert.Equal(stream.Bull, signal.Context.Bull);
            Assert.Equal(complete, double.IsFinite(signal.Confidence));
            spoken += complete ? 1 : 0;
        }

        Assert.True(spoken > 1000, $"{spoken}");
    }

    [Fact]
    public void Symbols_OthersThanTrained_NeedPermissionAndHaveAStreamEach()
    {
        var error = Assert.Throws<ArgumentException>(() => Strategy([ensemble.Symbol, Other], false));
        Assert.Contains("XYZ/USD", error.Message, StringComparison.Ordinal);
        var (both, one) = (Strategy([ensemble.Symbol, Other], true), Strategy([ensemble.Symbol], false));
        for (var i = 0; i < 400; i++)
        {
            both.Update(0, bars[i], 0, out var first);
            both.Update(1, bars[i + 700], 0, out _);
            one.Update(0, bars[i], 0, out var alone);
            Assert.Equal(alone, first);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => both.Update(2, bars[0], 0, out _));
        Assert.Throws<ArgumentException>(() => Strategy([], false));
    }

    private EnsembleStrategy Strategy(IReadOnlyList<Symbol> symbols, bool allow) =>
        new("ensemble", ensemble.Symbol, symbols, allow, Stream, new MarketContexts(bars.TimeFrame));

    private EnsembleStream Stream() => ensemble.CreateStream(TinyStudy.DatasetOptions.Catalogue);
}
