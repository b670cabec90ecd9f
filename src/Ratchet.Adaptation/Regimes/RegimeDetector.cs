using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Regimes;

/// <summary>
/// The regimes of several symbols, bar by bar, by <see cref="RegimeRules"/> with hysteresis and a minimum dwell. A regime other than ILLIQUID or UNKNOWN is entered
/// only when the one before has lasted its dwell; those two come at once. Constant time a bar, but for one sort a day where quantiles are on.
/// </summary>
public sealed class RegimeDetector
{
    private readonly RegimeOptions options;
    private readonly RegimeThresholds[] thresholds;
    private readonly VolatilityYear[] years;
    private readonly RegimeOccupancy[] occupancies;
    private readonly RegimeReading[] readings;

    /// <summary>A detector that has seen nothing.</summary>
    /// <param name="options">Thresholds and dwell.</param>
    /// <param name="symbols">How many symbols there are, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public RegimeDetector(RegimeOptions options, int symbols)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        this.options = options;
        thresholds = [.. Enumerable.Range(0, symbols).Select(options.Of)];
        years = [.. Enumerable.Range(0, options.UseQuantiles ? symbols : 0).Select(_ => new VolatilityYear(options))];
        occupancies = [.. Enumerable.Range(0, symbols).Select(_ => new RegimeOccupancy())];
        var unknown = default(RegimeConfidences);
        unknown[(int)MarketRegime.Unknown] = 1;
        readings = new RegimeReading[symbols];
        Array.Fill(readings, new(MarketRegime.Unknown, unknown, MarketRegime.Unknown, 0, double.NaN));
    }

    /// <summary>How many symbols there are.</summary>
    public int Symbols => readings.Length;

    /// <summary>The last reading of a symbol; unknown, with no bars in, before the first.</summary>
    /// <param name="symbol">The symbol's place.</param>
    public RegimeReading Last(int symbol) => readings[symbol];

    /// <summary>How long a symbol was in each regime.</summary>
    /// <param name="symbol">The symbol's place.</param>
    public RegimeOccupancy Occupancy(int symbol) => occupancies[symbol];

    /// <summary>Takes the context of a closed bar.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="time">The time, in milliseconds since 1970-01-01 UTC; decides only which day a bar belongs to.</param>
    /// <param name="context">The market at the close.</param>
    /// <param name="barsPerDay">How many of the symbol's bars a day has, from 1.</param>
    /// <param name="coarser">The regime of a coarser time frame; unknown where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The symbol or the bars a day are outside their range.</exception>
    public RegimeReading Update(int symbol, long time, in MarketContext context, int barsPerDay, MarketRegime coarser = MarketRegime.Unknown)
    {
        if ((uint)symbol >= (uint)readings.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(symbol), symbol, $"symbol must be in [0, {readings.Length}).");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(barsPerDay, 1);
        var dailyAtr = RegimeRules.DailyAtr(context, barsPerDay);
        var bounds = thresholds[symbol];
        if (years.Length > 0)
        {
            years[symbol].Add(time, dailyAtr);
            bounds = years[symbol].Apply(bounds);
        }

        var last = readings[symbol];
        var confidences = RegimeRules.Confidences(context, dailyAtr, bounds, last.Regime, options.Steepness);
        var candidate = RegimeRules.Classify(context, dailyAtr, bounds, last.Regime);
        if (options.MarkovWeight > 0 && RegimeBlend.HasMarkov(context))
        {
            RegimeBlend.Markov(ref confidences, context, options.MarkovWeight);
            candidate = RegimeBlend.Decide(confidences, candidate);
        }

        var isSafety = candidate is MarketRegime.Unknown or MarketRegime.Illiquid;
        var changes = candidate != last.Regime && (isSafety || last.BarsIn >= options.MinimumDwell || last.BarsIn == 0);
        var regime = changes ? candidate : last.Regime;
        RegimeBlend.Frames(ref confidences, regime, coarser, options.FrameWeight);
        if (changes && last.BarsIn > 0)
        {
            occupancies[symbol].Left(last.Regime, last.BarsIn);
        }

        occupancies[symbol].Bar(regime);
        var reading = new RegimeReading(regime, confidences, candidate, changes ? 1 : last.BarsIn + 1, dailyAtr);
        readings[symbol] = reading;
        return reading;
    }

    /// <summary>Writes the state; equal detectors give equal bytes.</summary>
    /// <param name="writer">Receives them.</param>
    public void Write(StateWriter writer)
    {
        writer.Write(readings.Length);
        writer.Write(years.Length > 0);
        for (var s = 0; s < readings.Length; s++)
        {
            writer.Write((byte)readings[s].Regime);
            writer.Write((byte)readings[s].Candidate);
            writer.Write(readings[s].BarsIn);
            writer.Write(readings[s].DailyAtr);
            for (var i = 0; i < RegimeNames.Count; i++)
            {
                writer.Write(readings[s].Confidences[i]);
            }

            occupancies[s].Write(writer);
            if (years.Length > 0)
            {
                years[s].Write(writer);
            }
        }
    }

    /// <summary>Takes over a written state.</summary>
    /// <param name="reader">Where it is.</param>
    /// <exception cref="InvalidDataException">The bytes are of another number of symbols or other options, or are no detector.</exception>
    public void Read(ref StateReader reader)
    {
        var symbols = reader.ReadInt32();
        var quantiles = reader.ReadBoolean();
        if (symbols != readings.Length || quantiles != years.Length > 0)
        {
            throw new InvalidDataException($"The state's detector has {symbols} symbols, quantiles {quantiles}; this one has {readings.Length}, quantiles {years.Length > 0}.");
        }

        for (var s = 0; s < symbols; s++)
        {
            var regime = ReadRegime(ref reader);
            var candidate = ReadRegime(ref reader);
            var barsIn = reader.ReadInt32();
            var dailyAtr = reader.ReadDouble();
            var confidences = default(RegimeConfidences);
            for (var i = 0; i < RegimeNames.Count; i++)
            {
                confidences[i] = reader.ReadDouble();
            }

            readings[s] = new(regime, confidences, candidate, barsIn, dailyAtr);
            occupancies[s].Read(ref reader);
            if (quantiles)
            {
                years[s].Read(ref reader);
            }
        }
    }

    private static MarketRegime ReadRegime(ref StateReader reader)
    {
        var number = reader.ReadByte();
        return number < RegimeNames.Count
            ? (MarketRegime)number
            : throw new InvalidDataException($"A state holds the regime {number}; there are {RegimeNames.Count}.");
    }
}
