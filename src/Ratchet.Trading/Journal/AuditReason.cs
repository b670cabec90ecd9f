namespace Ratchet.Trading.Journal;

/// <summary>Why something was done or refused. Values are stored: a new one is added at the end of its group and none changes its number.</summary>
public enum AuditReason
{
    /// <summary>None needed.</summary>
    None = 0,

    /// <summary>The strategy has no side.</summary>
    NoSide = 1,

    /// <summary>The strategy is not warmed up, or a value it needs is not known.</summary>
    NotReady = 2,

    /// <summary>The confidence is below its threshold.</summary>
    ConfidenceBelowThreshold = 3,

    /// <summary>The momentum is below its threshold.</summary>
    MomentumBelowThreshold = 4,

    /// <summary>A position of this strategy and symbol is open.</summary>
    PositionOpen = 5,

    /// <summary>An entry order of this strategy and symbol is working.</summary>
    EntryWorking = 6,

    /// <summary>The distance is not above 0 and finite.</summary>
    NoDistance = 7,

    /// <summary>The advice blocks it.</summary>
    AdviceBlocked = 8,

    /// <summary>The advice's multiplier is 0.</summary>
    AdviceZero = 9,

    /// <summary>The size after rounding is below the instrument's least quantity or value.</summary>
    BelowMinimum = 10,

    /// <summary>No money is left.</summary>
    NoEquity = 11,

    /// <summary>The symbol is not listed at this time.</summary>
    NotListed = 12,

    /// <summary>The costs of a round trip are too large a share of the stop distance.</summary>
    CostsTooHigh = 13,

    /// <summary>The trading state allows only orders that reduce risk.</summary>
    StateReducing = 100,

    /// <summary>The trading state allows nothing but flattening.</summary>
    StateHalted = 101,

    /// <summary>The money at risk of one trade.</summary>
    RiskPerTrade = 102,

    /// <summary>The value of one position.</summary>
    PositionValue = 103,

    /// <summary>The gross value of one symbol.</summary>
    GrossPerSymbol = 104,

    /// <summary>The gross value of all positions.</summary>
    GrossExposure = 105,

    /// <summary>The net value of all positions.</summary>
    NetExposure = 106,

    /// <summary>The gross value of one strategy.</summary>
    GrossPerStrategy = 107,

    /// <summary>The value of positions that move together.</summary>
    CorrelatedExposure = 108,

    /// <summary>The loss of the day.</summary>
    DailyLoss = 109,

    /// <summary>The drawdown at which size is reduced.</summary>
    DrawdownReduce = 110,

    /// <summary>The drawdown at which trading halts.</summary>
    DrawdownHalt = 111,

    /// <summary>Losses in a row.</summary>
    LosingRun = 112,

    /// <summary>The volatility is far above its usual level.</summary>
    VolatilitySpike = 113,

    /// <summary>The data is older than allowed.</summary>
    StaleData = 114,

    /// <summary>Bars are missing.</summary>
    GappedData = 115,

    /// <summary>Orders were rejected in a row.</summary>
    RejectedOrders = 116,

    /// <summary>A fill was worse than the bound on slippage.</summary>
    SlippageBeyondBound = 117,

    /// <summary>The clock and the data's time differ too much.</summary>
    ClockSkew = 118,

    /// <summary>The warm-up is not complete.</summary>
    WarmUp = 119,

    /// <summary>The model is missing or too old.</summary>
    ModelNotFresh = 120,

    /// <summary>The quality of the data is below its threshold.</summary>
    DataQuality = 121,

    /// <summary>The regime is not known.</summary>
    RegimeUnknown = 122,

    /// <summary>The ledger is not consistent.</summary>
    LedgerInconsistent = 123,

    /// <summary>The leverage that is allowed.</summary>
    Leverage = 124,

    /// <summary>The kill switch.</summary>
    KillSwitch = 125,

    /// <summary>The number of open positions.</summary>
    OpenPositions = 126,

    /// <summary>A reduce-only order would open or turn a position.</summary>
    NothingToReduce = 127,

    /// <summary>The stop, at its first place.</summary>
    StopLoss = 200,

    /// <summary>A target.</summary>
    Target = 201,

    /// <summary>The stop after it had moved to the entry price.</summary>
    BreakEven = 202,

    /// <summary>The stop that follows the price.</summary>
    TrailingStop = 203,

    /// <summary>The horizon ran out.</summary>
    TimeStop = 204,

    /// <summary>The exit model.</summary>
    ExitSignal = 205,

    /// <summary>The data ended.</summary>
    EndOfData = 206,

    /// <summary>The margin ran out.</summary>
    Liquidation = 207,

    /// <summary>A person closed it.</summary>
    Command = 208,

    /// <summary>The risk gate flattened.</summary>
    Flattened = 209,

    /// <summary>The other leg of the bracket filled, or its position closed.</summary>
    BracketDone = 210,

    /// <summary>Its time ran out.</summary>
    Expired = 211,

    /// <summary>What did not fit the approved value was cut.</summary>
    ValueCut = 212,

    /// <summary>A price is not finite or not above 0, or high and low do not span open and close.</summary>
    ImpossibleBar = 300,

    /// <summary>An event is older than the one before.</summary>
    OutOfOrder = 301,

    /// <summary>The symbol is none of the options'.</summary>
    UnknownSymbol = 302,

    /// <summary>The strategy is none of the options'.</summary>
    UnknownStrategy = 303,

    /// <summary>The order is not known.</summary>
    UnknownOrder = 304,

    /// <summary>A bar that was seen before.</summary>
    DuplicateBar = 305,

    /// <summary>Advice with a value outside its range.</summary>
    BadAdvice = 306,

    /// <summary>A report that contradicts the order.</summary>
    BadReport = 307,

    /// <summary>Finer bars decide, and none came of a bar: it decides itself.</summary>
    FineBarsMissing = 308,

    /// <summary>A person asked.</summary>
    ByPerson = 400,

    /// <summary>The cool-down ended.</summary>
    CoolDownEnded = 401,

    /// <summary>The condition passed.</summary>
    ConditionPassed = 402,

    /// <summary>The adviser threw; the session went on without its advice. Written by the session, never by the engine.</summary>
    AdviserFailed = 500,

    /// <summary>The clock went back or far forward; the session's time stood still until both agreed again. Written by the session, never by the engine.</summary>
    ClockStepped = 501,
}
