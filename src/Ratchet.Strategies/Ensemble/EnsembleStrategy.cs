using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Strategies.Ensemble;

/// <summary>
/// A trained ensemble as a strategy: a stream of its own for each symbol. The side is the primary signal's; confidence, size and exit probability are the models', the
/// score is the expected result in R. Until the models speak, and on bars without a side, the confidence is NaN and nothing is entered. The regime's probabilities in the
/// context are those that the model sees, where they are among its features.
/// <para>Give a stream the bars from the first one of the training on before it trades: features look back without end.</para>
/// </summary>
public sealed class EnsembleStrategy : ITradingStrategy
{
    private readonly SymbolStates<State> states;

    /// <summary>The strategy before any bar.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="trainedOn">The symbol that the model was trained on.</param>
    /// <param name="symbols">What it will trade, by place.</param>
    /// <param name="allowOthers">Whether it may trade symbols that it was not trained on.</param>
    /// <param name="begin">Begins a stream of the ensemble.</param>
    /// <param name="contexts">Begins the context of each symbol.</param>
    /// <exception cref="ArgumentException">The name is empty, there is no symbol, or there is one that the model was not trained on and that is not allowed.</exception>
    public EnsembleStrategy(string name, Symbol trainedOn, IReadOnlyList<Symbol> symbols, bool allowOthers, Func<EnsembleStream> begin, MarketContexts contexts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(contexts);
        if (symbols.Count == 0)
        {
            throw new ArgumentException("symbols is empty; the strategy needs one at least.", nameof(symbols));
        }

        var others = symbols.Where(s => s != trainedOn).Select(s => s.Name).ToArray();
        if (others.Length > 0 && !allowOthers)
        {
            throw new ArgumentException($"The model was trained on {trainedOn} and is to trade {string.Join(", ", others)}, which it has never seen; allow that explicitly, or train a model of its own.", nameof(symbols));
        }

        Name = name;
        states = new(symbol => symbol < symbols.Count
            ? new(begin(), contexts.Begin(symbol))
            : throw new ArgumentOutOfRangeException(nameof(symbol), symbol, $"{name} trades {symbols.Count} symbols; a place must be from 0 to {symbols.Count - 1}."));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Update(int symbol, in Bar bar, int strategy, out Signal signal)
    {
        var state = states[symbol];
        state.Context.Update(bar);
        state.Stream.Update(bar, out var row);
        var context = state.Context.Current;
        if (double.IsFinite(state.Stream.Bull))
        {
            context = context with { Bull = state.Stream.Bull, Bear = state.Stream.Bear };
        }

        signal = new(strategy, row.Side, row.Confidence, row.Momentum, row.Size, row.ExitProbability, row.Distance, 0, row.ExpectedR, context);
    }

    /// <inheritdoc/>
    public void Closed(TradeRecord trade)
    {
    }

    private sealed class State(EnsembleStream stream, MarketContextStream context)
    {
        public EnsembleStream Stream { get; } = stream;

        public MarketContextStream Context { get; } = context;
    }
}
