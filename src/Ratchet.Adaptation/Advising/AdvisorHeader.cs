using Ratchet.Adaptation.Quality;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Advising;

/// <summary>The beginning of a state: what an advisor is made from.</summary>
internal sealed record AdvisorHeader(AdvisorOptions Options, IReadOnlyList<string> Strategies, IReadOnlyList<double> BaseWeights, IReadOnlyList<string> Symbols)
{
    private const int Mark = 0x56444152; // "RADV"
    private const int Version = 1;
    private const int MostNames = 100_000;
    private const long MostPairs = 1_000_000;

    public void Write(StateWriter writer)
    {
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(Strategies.Count);
        for (var s = 0; s < Strategies.Count; s++)
        {
            writer.Write(Strategies[s]);
            writer.Write(BaseWeights[s]);
        }

        writer.Write(Symbols.Count);
        foreach (var symbol in Symbols)
        {
            writer.Write(symbol);
        }

        writer.Write(Options.HistoryLength);
        writer.Write(Options.Windows.LastTrades);
        writer.Write(Options.Windows.LastMilliseconds);
        writer.Write(Options.Windows.MostTimedTrades);
        writer.Write(Options.RetirementRules.Window);
        writer.Write(Options.QualityRules.Alignments.Count);
        foreach (var alignment in Options.QualityRules.Alignments)
        {
            writer.Write(alignment.Strategy);
            writer.Write(alignment.Trending);
            writer.Write(alignment.Ranging);
            writer.Write(alignment.Volatile);
        }

        writer.Write(AdvisorSettings.All.Count);
        foreach (var setting in AdvisorSettings.All)
        {
            writer.Write(setting.Read(Options));
        }
    }

    public static AdvisorHeader Read(ref StateReader reader)
    {
        var mark = reader.ReadInt32();
        var version = mark == Mark ? reader.ReadInt32() : throw new InvalidDataException("The bytes are no state of an advisor.");
        if (version != Version)
        {
            throw new InvalidDataException($"The state of the advisor has version {version}; this program reads version {Version}.");
        }

        var strategies = new string[Count(ref reader)];
        var weights = new double[strategies.Length];
        for (var s = 0; s < strategies.Length; s++)
        {
            strategies[s] = reader.ReadText() ?? string.Empty;
            weights[s] = reader.ReadDouble();
        }

        var symbols = new string[Count(ref reader)];
        for (var s = 0; s < symbols.Length; s++)
        {
            symbols[s] = reader.ReadText() ?? string.Empty;
        }

        if ((long)strategies.Length * symbols.Length > MostPairs)
        {
            throw new InvalidDataException($"A state of the advisor has {strategies.Length} strategies and {symbols.Length} symbols; it may have {MostPairs} pairs.");
        }

        var options = new AdvisorOptions
        {
            HistoryLength = reader.ReadInt32(),
            Windows = new() { LastTrades = reader.ReadInt32(), LastMilliseconds = reader.ReadInt64(), MostTimedTrades = reader.ReadInt32() },
            RetirementRules = new() { Window = reader.ReadInt32() },
        };
        var alignments = new RegimeAlignment[Count(ref reader)];
        for (var i = 0; i < alignments.Length; i++)
        {
            alignments[i] = new(reader.ReadText() ?? string.Empty, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        }

        return new(Settings(ref reader, options with { QualityRules = new() { Alignments = alignments } }), strategies, weights, symbols);
    }

    private static AdvisorOptions Settings(ref StateReader reader, AdvisorOptions options)
    {
        var count = reader.ReadInt32();
        if (count != AdvisorSettings.All.Count)
        {
            throw new InvalidDataException($"The state of the advisor has {count} settings; this program knows {AdvisorSettings.All.Count}.");
        }

        try
        {
            foreach (var setting in AdvisorSettings.All)
            {
                options = setting.With(options, reader.ReadDouble());
            }

            options.Validate();
            return options;
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"A state of the advisor holds impossible options: {exception.Message}", exception);
        }
    }

    private static int Count(ref StateReader reader)
    {
        var count = reader.ReadInt32();
        return count is >= 0 and <= MostNames ? count : throw new InvalidDataException($"A state of the advisor names {count} things; it may name {MostNames}.");
    }
}
