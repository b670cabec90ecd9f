using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Monitor;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Simulation;

namespace Ratchet.Adaptation.Sessions;

/// <summary>
/// The adaptive layer in a session: the advisor says whether a signal passes and how large it may be, the selector with which exits; both learn from what came of
/// it. It holds no order; what it says passes the risk gate. One thread. Deterministic: the same calls in the same order give the same advice and the same bytes.
/// </summary>
/// <remarks>
/// <para>A symbol's regime is read once a bar: from the first signal after the bar, with or without a side, whose context knows something. A bar without one keeps the
/// reading before it; a signal with a side and an unknown context makes the regime UNKNOWN. The advisor's update follows the reading, in that regime.</para>
/// <para>A signal is judged when its strategy is free on the symbol and the engine would consider it. Advisor first: what it blocks, or caps below the strategy's
/// threshold, is followed in shadow. Then the selector; what it refuses is not followed, because it would not have been traded without the advisor either.</para>
/// <para>With full information, the allowed profiles that were not chosen are opened in shadow when the entry fills, and entered at the open of that bar. Their
/// rewards are marked as simulated.</para>
/// </remarks>
public sealed partial class AdaptiveAdviser : ITradeAdviser
{
    private const double HourMilliseconds = 3_600_000;
    private const int DayMinutes = 1440;
    private const int MostProfiles = 64;

    private readonly AdaptiveOptions options;
    private readonly EngineOptions engine;
    private readonly string[] symbols;
    private readonly int[] barsPerDay;
    private readonly double[] closes;
    private readonly bool[] isRead;
    private readonly AdaptiveSlot[] slots;
    private readonly ShadowBook others;
    private readonly ShadowFollower follower;
    private readonly List<ShadowOutcome> outcomes = [];

    /// <summary>An adviser that has learned nothing.</summary>
    /// <param name="options">What takes part, and how.</param>
    /// <param name="engine">The options of the engine it advises.</param>
    /// <param name="baseWeights">The base weight of each strategy; 1 each where none are given.</param>
    /// <param name="log">Receives choices and rewards; null for none.</param>
    /// <param name="sink">Hears everything the advisor does; null for nobody.</param>
    /// <exception cref="ArgumentException">An option is wrong, or weights and strategies do not fit together.</exception>
    public AdaptiveAdviser(
        AdaptiveOptions options, EngineOptions engine, IReadOnlyList<double>? baseWeights = null, IDecisionLog? log = null, IAdvisorSink? sink = null)
    {
        options.Validate();
        engine.Validate();
        this.options = options;
        this.engine = engine;
        symbols = [.. engine.Instruments.Select(i => i.Symbol.Name)];
        barsPerDay = [.. engine.Instruments.Select(i => Math.Max(1, DayMinutes / (options.ContextFrame ?? i.Frame).Minutes))];
        closes = new double[symbols.Length];
        Array.Fill(closes, double.NaN);
        isRead = new bool[symbols.Length];
        slots = new AdaptiveSlot[checked(symbols.Length * engine.Strategies.Count)];
        Array.Fill(slots, AdaptiveSlot.Free);
        Regimes = new(options.Regimes, symbols.Length);
        Selector = new(options.Selector, options.Profiles, symbols.Length, log);
        Advisor = new(options.Advisor, [.. engine.Strategies.Select(s => s.Name)], baseWeights ?? [.. engine.Strategies.Select(_ => 1.0)], symbols, sink);
        others = new(engine.Venue, symbols.Length);
        follower = new(engine.Venue, engine.Strategies.Count, symbols.Length);
    }

    /// <summary>What it was made with.</summary>
    public AdaptiveOptions Options => options;

    /// <summary>The regimes of the symbols.</summary>
    public RegimeDetector Regimes { get; }

    /// <summary>The selector. To be looked at; it learns through the session.</summary>
    public ProfileSelector Selector { get; }

    /// <summary>The advisor. What a person changes is changed here; it learns through the session.</summary>
    public StrategyAdvisor Advisor { get; }

    /// <summary>The symbols' names.</summary>
    public IReadOnlyList<string> Symbols => symbols;

    /// <summary>How many profiles that were not chosen are followed.</summary>
    public int FollowedProfiles => others.OpenCount;

    /// <summary>How many signals that did not pass are followed.</summary>
    public int FollowedSignals => follower.Count;

    /// <summary>How many calls changed what was learned or is waited for; bars alone do not count. Not part of the state.</summary>
    public long Changes { get; private set; }

    /// <inheritdoc/>
    public void Signalled(long time, int symbol, in Signal signal)
    {
        if (!options.IsOff && !isRead[symbol] && signal.Context.Bars > 0)
        {
            Read(time, symbol, signal.Context);
        }
    }

    /// <inheritdoc/>
    public Advice? Advise(long time, int symbol, in Signal signal)
    {
        ref var slot = ref slots[Place(signal.Strategy, symbol)];
        var rules = engine.Strategies[signal.Strategy];
        if (options.IsOff || slot.IsTaken || !IsConsidered(signal, rules))
        {
            return null;
        }

        if (!isRead[symbol])
        {
            Read(time, symbol, signal.Context);
        }

        Forget(ref slot);
        var regime = Regimes.Last(symbol).Regime;
        slot = AdaptiveSlot.Free with { Regime = regime, Side = (sbyte)Math.Sign(signal.Side) };
        Changes++;
        var score = options.UseAdvisor ? Advisor.Score(time, signal.Strategy, symbol, regime, signal.Confidence, signal.Confluence) : AdvisorScore.Neutral;
        if (!score.Passes || !(Math.Min(signal.Confidence, score.ConfidenceCap) >= rules.ConfidenceThreshold))
        {
            Follow(time, symbol, regime, signal, rules);
            return Blocked(signal, regime, -1, AdviceText.Blocked(score));
        }

        slot.Multiplier = score.Multiplier;
        return options.UseSelector ? Choose(time, symbol, regime, signal, score, ref slot) : Scored(signal, regime, score);
    }

    /// <inheritdoc/>
    public void EntryChanged(long time, in AuditRecord record)
    {
        if (options.IsOff)
        {
            return;
        }

        ref var slot = ref slots[Place(record.Strategy, record.Symbol)];
        switch (record.Kind)
        {
            case AuditKind.Accepted:
                slot.Order = record.Order;
                Changes++;
                break;
            case AuditKind.PositionOpened:
                slot.IsOpen = true;
                slot.Order = 0;
                Changes++;
                FollowOthers(time, record.Symbol, slot);
                break;
            default:
                if (slot.Order != 0 && record.Order == slot.Order)
                {
                    slot.Order = 0;
                    Forget(ref slot);
                }

                break;
        }
    }

    /// <inheritdoc/>
    public void Closed(long time, TradeRecord trade)
    {
        if (options.IsOff)
        {
            return;
        }

        Changes++;
        ref var slot = ref slots[Place(trade.Strategy, trade.Symbol)];
        if (options.UseSelector && trade.Decision >= 0)
        {
            Selector.Reward(time, trade.Decision, trade.ResultInR, Hours(trade.EntryTime, trade.ExitTime));
        }

        if (options.UseAdvisor)
        {
            Advisor.Closed(StrategyTrade.FromRecord(trade, RegimeNames.TryParse(trade.Regime, out var regime) ? regime : slot.Regime, slot.Multiplier));
        }

        slot = AdaptiveSlot.Free;
    }

    /// <inheritdoc/>
    public void BarClosed(long time, int symbol, in Bar bar)
    {
        if (options.IsOff)
        {
            return;
        }

        closes[symbol] = bar.Close;
        isRead[symbol] = false;
        for (var s = 0; s < engine.Strategies.Count; s++)
        {
            // What was asked for and is neither working nor open was refused.
            ref var slot = ref slots[Place(s, symbol)];
            if (!slot.IsTaken)
            {
                Forget(ref slot);
            }
        }

        others.BarClosed(symbol, bar, outcomes);
        foreach (var outcome in outcomes)
        {
            Changes++;
            Selector.RewardSimulated(
                time, outcome.Tag / MostProfiles, (int)(outcome.Tag % MostProfiles), outcome.ResultInR, Hours(outcome.EntryTime, outcome.ExitTime));
        }

        outcomes.Clear();
        var before = follower.Count;
        follower.BarClosed(symbol, bar, Advisor);
        Changes += before - follower.Count;
    }

    private static double Hours(long from, long to) => Math.Max(0, to - from) / HourMilliseconds;

    // What the engine refuses whatever is advised is not asked about: it would be a decision that no trade can come of.
    private static bool IsConsidered(in Signal signal, StrategyRules rules) =>
        signal.Confidence >= rules.ConfidenceThreshold && signal.Distance is > 0 and <= 1e12 && !double.IsNaN(signal.Momentum) && !double.IsNaN(signal.Size);

    private int Place(int strategy, int symbol) => (strategy * symbols.Length) + symbol;

    private void Read(long time, int symbol, in MarketContext context)
    {
        isRead[symbol] = true;
        var reading = Regimes.Update(symbol, time, context, barsPerDay[symbol]);
        if (options.UseAdvisor && Advisor.Update(time, reading.Regime))
        {
            Changes++;
        }
    }

    private void Forget(ref AdaptiveSlot slot)
    {
        if (slot.Decision >= 0)
        {
            Selector.Drop(slot.Decision);
            slot.Decision = -1;
            Changes++;
        }
    }

    private Advice Choose(long time, int symbol, MarketRegime regime, in Signal signal, in AdvisorScore score, ref AdaptiveSlot slot)
    {
        var scale = AtrScale(signal);
        var choice = Selector.Choose(time, symbol, regime, CostShare(symbol, signal.Distance * scale));
        if (choice.Profile < 0)
        {
            return Blocked(signal, regime, choice.Decision, AdviceText.Refused(choice.Why, regime));
        }

        var profile = options.Profiles[choice.Profile];
        slot.Decision = choice.Decision;
        slot.Distance = signal.Distance * scale;
        slot.Multiplier = Math.Clamp(score.Multiplier * choice.SizeFactor, 0, 2);
        return new()
        {
            Strategy = signal.Strategy,
            Multiplier = slot.Multiplier,
            ConfidenceCap = score.ConfidenceCap,
            Exits = AtrUnits.Scaled(profile.Exits, scale),
            Profile = profile.Name,
            Regime = RegimeNames.Of(regime),
            Why = AdviceText.Chosen(choice, score, Prices(symbol, signal, profile, scale)),
            Decision = choice.Decision,
        };
    }

    private Advice? Scored(in Signal signal, MarketRegime regime, in AdvisorScore score) => !Advisor.Options.AnySwitch ? null : new()
    {
        Strategy = signal.Strategy,
        Multiplier = score.Multiplier,
        ConfidenceCap = score.ConfidenceCap,
        Regime = RegimeNames.Of(regime),
        Why = AdviceText.Passed(score),
    };

    private static Advice Blocked(in Signal signal, MarketRegime regime, long decision, string why) => new()
    {
        Strategy = signal.Strategy,
        Block = true,
        Regime = RegimeNames.Of(regime),
        Why = why,
        Decision = decision,
    };

    private void Follow(long time, int symbol, MarketRegime regime, in Signal signal, StrategyRules rules)
    {
        if (!options.UseSelector)
        {
            follower.Follow(time, signal.Strategy, symbol, regime, Math.Sign(signal.Side), signal.Distance, rules.Exits);
            return;
        }

        // The selector's best is what would most likely have been traded; a shadow consumes no decision.
        var scale = AtrScale(signal);
        if (ShadowProfile(symbol, regime, signal.Distance * scale) is { } profile)
        {
            follower.Follow(time, signal.Strategy, symbol, regime, Math.Sign(signal.Side), signal.Distance, AtrUnits.Scaled(profile.Exits, scale));
        }
    }

    private TradeProfile? ShadowProfile(int symbol, MarketRegime regime, double atr)
    {
        var settings = options.Selector;
        if (!settings.Enabled)
        {
            return options.Profiles[TradeProfiles.IndexOf(options.Profiles, settings.DefaultProfile)];
        }

        var best = regime is MarketRegime.Unknown or MarketRegime.Illiquid ? -1 : Selector.Best(symbol, regime);
        return best >= 0 && !(CostShare(symbol, atr) / options.Profiles[best].Exits.StopMultiple > settings.MaximumCostShare) ? options.Profiles[best] : null;
    }

    private void FollowOthers(long time, int symbol, in AdaptiveSlot slot)
    {
        if (!options.FullInformation || slot.Decision < 0 || slot.Side == 0)
        {
            return;
        }

        var (chosen, allowed) = Selector.Alternatives(slot.Decision);
        for (var i = 0; i < options.Profiles.Count; i++)
        {
            if (i != chosen && (allowed >> i & 1) != 0)
            {
                others.Open(symbol, slot.Side, slot.Distance, options.Profiles[i].Exits, (slot.Decision * MostProfiles) + i, time);
            }
        }
    }

    private double CostShare(int symbol, double atr) =>
        2 * closes[symbol] * (engine.Venue.TakerFee + (engine.Venue.SlippageBps * 1e-4)) / atr;

    private static double AtrScale(in Signal signal) =>
        signal.Context.Atr is > 0 and <= 1e12 && Math.Abs(signal.Context.Atr - signal.Distance) > 1e-9 * signal.Distance ? signal.Context.Atr / signal.Distance : 1;

    private ProfilePrices? Prices(int symbol, in Signal signal, TradeProfile profile, double scale) => closes[symbol] is > 0 and <= 1e12
        ? ProfilePrices.At(profile.Exits, Math.Sign(signal.Side), (decimal)closes[symbol], signal.Distance * scale, engine.Instruments[symbol].TickSize)
        : null;
}
