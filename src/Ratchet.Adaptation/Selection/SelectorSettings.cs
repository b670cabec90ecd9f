using System.Globalization;
using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Selection;

/// <summary>The few settings that are given from outside: environment over file over defaults.</summary>
public sealed record SelectorSettings
{
    /// <summary>The variable of <see cref="Enabled"/>.</summary>
    public const string EnabledVariable = "META_STRATEGY_ENABLED";

    /// <summary>The variable of <see cref="Epsilon"/>.</summary>
    public const string EpsilonVariable = "META_STRATEGY_EPSILON";

    /// <summary>The variable of <see cref="Alpha"/>.</summary>
    public const string AlphaVariable = "META_STRATEGY_ALPHA";

    /// <summary>The variable of <see cref="TrendAdx"/>.</summary>
    public const string TrendAdxVariable = "REGIME_TREND_ADX_THRESHOLD";

    /// <summary>The variable of <see cref="HighVolatility"/>.</summary>
    public const string HighVolatilityVariable = "REGIME_HIGH_VOL_ATR_PCT";

    /// <summary>The variable of <see cref="DefaultStrategy"/>.</summary>
    public const string DefaultStrategyVariable = "DEFAULT_STRATEGY";

    private static readonly RegimeThresholds Usual = new();

    /// <summary>Whether profiles are selected. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The probability of a choice at random. Default 0.10, in [0, 1].</summary>
    public double Epsilon { get; init; } = 0.10;

    /// <summary>The step of learning. Default 0.20, in (0, 1].</summary>
    public double Alpha { get; init; } = 0.20;

    /// <summary>The ADX that makes a trend. Default 25, in (0, 100].</summary>
    public double TrendAdx { get; init; } = 25;

    /// <summary>The daily-equivalent ATR share that makes high volatility. Default 0.04, above the range threshold of 0.02, to 1.</summary>
    public double HighVolatility { get; init; } = 0.04;

    /// <summary>The profile that is traded while nothing selects. Default <c>ultra_aggressive</c>.</summary>
    public string DefaultStrategy { get; init; } = TradeProfiles.DefaultName;

    /// <summary>Reads the settings. A variable that is missing or blank leaves what is below it.</summary>
    /// <param name="environment">Gives a variable's text; null where it is not set.</param>
    /// <param name="profiles">What <see cref="DefaultStrategy"/> may name.</param>
    /// <param name="file">What a file says; the defaults where there is none.</param>
    /// <exception cref="ArgumentException">A value cannot be read or is outside its range; the message names the variable or the setting, the value and what is allowed.</exception>
    public static SelectorSettings Read(Func<string, string?> environment, IReadOnlyList<TradeProfile> profiles, SelectorSettings? file = null)
    {
        var below = file ?? new();
        below.Validate(profiles);
        var settings = below with
        {
            Enabled = Text(environment, EnabledVariable) is { } enabled ? Truth(enabled) : below.Enabled,
            Epsilon = Number(environment, EpsilonVariable, below.Epsilon, v => v is >= 0 and <= 1, "a number in [0, 1]"),
            Alpha = Number(environment, AlphaVariable, below.Alpha, v => v is > 0 and <= 1, "a number in (0, 1]"),
            TrendAdx = Number(environment, TrendAdxVariable, below.TrendAdx, v => v is > 0 and <= 100, "a number in (0, 100]"),
            HighVolatility = Number(environment, HighVolatilityVariable, below.HighVolatility, IsHigh, HighRange),
            DefaultStrategy = Text(environment, DefaultStrategyVariable) ?? below.DefaultStrategy,
        };
        Require(TradeProfiles.IndexOf(profiles, settings.DefaultStrategy) >= 0, DefaultStrategyVariable, settings.DefaultStrategy, Names(profiles));
        return settings;
    }

    /// <summary>Checks every value.</summary>
    /// <param name="profiles">What <see cref="DefaultStrategy"/> may name.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public void Validate(IReadOnlyList<TradeProfile> profiles)
    {
        Require(Epsilon is >= 0 and <= 1, nameof(Epsilon), Plain(Epsilon), "a number in [0, 1]");
        Require(Alpha is > 0 and <= 1, nameof(Alpha), Plain(Alpha), "a number in (0, 1]");
        Require(TrendAdx is > 0 and <= 100, nameof(TrendAdx), Plain(TrendAdx), "a number in (0, 100]");
        Require(IsHigh(HighVolatility), nameof(HighVolatility), Plain(HighVolatility), HighRange);
        Require(TradeProfiles.IndexOf(profiles, DefaultStrategy) >= 0, nameof(DefaultStrategy), DefaultStrategy, Names(profiles));
    }

    /// <summary>Puts the settings into a selector's options.</summary>
    /// <param name="options">What is not set here stays.</param>
    public SelectorOptions Apply(SelectorOptions options) => options with
    {
        Enabled = Enabled,
        DefaultProfile = DefaultStrategy,
        Bandit = options.Bandit with { Epsilon = Epsilon, Alpha = Alpha },
    };

    /// <summary>Puts the settings into a detector's options; the thresholds of leaving keep their distance in proportion.</summary>
    /// <param name="options">What is not set here stays.</param>
    public RegimeOptions Apply(RegimeOptions options) => options with
    {
        Thresholds = options.Thresholds with
        {
            TrendAdx = TrendAdx,
            LeaveTrendAdx = TrendAdx * (Usual.LeaveTrendAdx / Usual.TrendAdx),
            HighVolatility = HighVolatility,
            LeaveHighVolatility = HighVolatility * (Usual.LeaveHighVolatility / Usual.HighVolatility),
        },
    };

    private static string HighRange => $"a number above {Plain(Usual.RangeVolatility)}, the range threshold, to 1";

    private static bool IsHigh(double value) => value > Usual.RangeVolatility && value <= 1;

    private static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Names(IReadOnlyList<TradeProfile> profiles) => $"one of {string.Join(", ", profiles.Select(p => p.Name))}";

    private static string? Text(Func<string, string?> environment, string variable) =>
        environment(variable) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static bool Truth(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "ON" => true,
        "FALSE" or "0" or "NO" or "OFF" => false,
        _ => throw Refused(EnabledVariable, text, "true or false"),
    };

    private static double Number(Func<string, string?> environment, string variable, double below, Func<double, bool> holds, string range)
    {
        if (Text(environment, variable) is not { } text)
        {
            return below;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && holds(value) ? value : throw Refused(variable, text, range);
    }

    private static void Require(bool holds, string name, string value, string range)
    {
        if (!holds)
        {
            throw Refused(name, value, range);
        }
    }

    private static ArgumentException Refused(string name, string value, string range) => new($"{name} is '{value}'; it must be {range}.");
}
