using System.Globalization;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;

namespace Ratchet.Hosting.Composition;

/// <summary>Turns the engine's sections into its options, each checked by name and range.</summary>
public static class EngineSetup
{
    private const decimal MostCash = 1_000_000_000_000m;

    /// <summary>Checks the sections without any symbol.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="ConfigurationException">A value is out of its range.</exception>
    public static void Require(RatchetConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration.Engine.Cash is not (> 0 and <= MostCash))
        {
            throw new ConfigurationException(
                string.Create(CultureInfo.InvariantCulture, $"Setting 'engine.cash' must be in (0, 1e12], but is {configuration.Engine.Cash}. Change it by --cash, in a file given with -c, or by --set engine.cash=value."));
        }

        Section("venue", () => configuration.Venue.Validate());
        Section("sizing", () => configuration.Sizing.Validate());
        Section("risk", () => configuration.Risk.Validate());
        var seen = new HashSet<Symbol>();
        for (var i = 0; i < configuration.Engine.Instruments.Count; i++)
        {
            var rules = Rules(configuration.Engine.Instruments[i], i, TimeFrame.Parse("1h"));
            if (!seen.Add(rules.Symbol))
            {
                throw new ConfigurationException($"Setting 'engine.instruments[{i}].symbol' is {rules.Symbol} for the second time; each symbol may appear once.");
            }
        }

        void Section(string name, Action check) => ConfigurationMapping.Checked(configuration, name, () =>
        {
            check();
            return true;
        });
    }

    /// <summary>The options of an engine.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="symbols">What is traded, and on which bars.</param>
    /// <param name="strategies">Who trades.</param>
    /// <exception cref="ConfigurationException">A value is out of its range.</exception>
    public static EngineOptions Options(RatchetConfiguration configuration, IReadOnlyList<(Symbol Symbol, TimeFrame Frame)> symbols, IReadOnlyList<StrategyRules> strategies)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        Require(configuration);
        var entries = configuration.Engine.Instruments;
        return new()
        {
            InitialCash = configuration.Engine.Cash,
            Instruments = [.. symbols.Select(s => Find(entries, s.Symbol) is { } i and >= 0 ? Rules(entries[i], i, s.Frame) : new() { Symbol = s.Symbol, Frame = s.Frame })],
            Strategies = strategies,
            Venue = configuration.Venue,
            Sizing = configuration.Sizing,
            Limits = configuration.Risk,
        };
    }

    private static int Find(IReadOnlyList<InstrumentEntry> entries, Symbol symbol)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (Symbol.TryParse(entries[i].Symbol, out var own) && own == symbol)
            {
                return i;
            }
        }

        return -1;
    }

    private static InstrumentRules Rules(InstrumentEntry entry, int place, TimeFrame frame)
    {
        var path = $"engine.instruments[{place}]";
        if (!Symbol.TryParse(entry.Symbol, out var symbol))
        {
            throw new ConfigurationException($"Setting '{path}.symbol' is '{entry.Symbol}', which is no symbol; write BTC/USDT, BTCUSDT or ES.");
        }

        var plain = new InstrumentRules { Symbol = symbol, Frame = frame };
        var rules = plain with
        {
            TickSize = entry.TickSize ?? plain.TickSize,
            LotSize = entry.LotSize ?? plain.LotSize,
            MinimumQuantity = entry.MinimumQuantity ?? plain.MinimumQuantity,
            MinimumValue = entry.MinimumValue ?? plain.MinimumValue,
            Leverage = entry.Leverage ?? plain.Leverage,
            MaintenanceMargin = entry.MaintenanceMargin ?? plain.MaintenanceMargin,
            Listed = Day(entry.Listed, $"{path}.listed"),
            Delisted = Day(entry.Delisted, $"{path}.delisted"),
        };
        try
        {
            rules.Validate();
            return rules;
        }
        catch (ArgumentException exception)
        {
            var text = exception.Message.ReplaceLineEndings(" ");
            var end = text.IndexOf(" (Parameter '", StringComparison.Ordinal);
            throw new ConfigurationException($"Setting '{path}': {(end < 0 ? text : text[..end])} It is in the entry of {rules.Symbol}.");
        }
    }

    private static long? Day(string? text, string path)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds()
            : throw new ConfigurationException($"Setting '{path}' is '{text}', which is no day; write it as 2017-08-17.");
    }
}
