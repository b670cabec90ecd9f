using System.Globalization;
using System.Text;
using System.Text.Json;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Storage.Models;

namespace Ratchet.Storage.State;

/// <summary>The lines of a decision log: JSON objects of one line each whose last property is the CRC-32C, in eight hexadecimal digits, of all bytes before its comma.</summary>
internal static class DecisionLines
{
    private const string Kind = "ratchet-decisions";
    private const int Version = 1;

    private static ReadOnlySpan<byte> Mark => ",\"crc\":\""u8;

    public static byte[] Head(IReadOnlyList<string> profiles, IReadOnlyList<string> symbols) => Line(writer =>
    {
        writer.WriteString("kind"u8, Kind);
        writer.WriteNumber("version"u8, Version);
        Texts(writer, "profiles", profiles);
        Texts(writer, "symbols", symbols);
    });

    public static byte[] Choice(in DecisionContext context, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values)
    {
        var (seen, p, q) = (context, probabilities.ToArray(), values.ToArray());
        return Line(writer =>
        {
            writer.WriteNumber("decision"u8, seen.Decision);
            writer.WriteNumber("time"u8, seen.Time);
            writer.WriteNumber("symbol"u8, seen.Symbol);
            writer.WriteString("regime"u8, RegimeNames.Of(seen.Regime));
            Number(writer, "costShare", seen.CostShare);
            writer.WriteNumber("allowed"u8, seen.Allowed);
            writer.WriteNumber("profile"u8, seen.Choice.Profile);
            writer.WriteNumber("size"u8, seen.Choice.SizeFactor);
            writer.WriteNumber("propensity"u8, seen.Choice.Propensity);
            writer.WriteBoolean("explored"u8, seen.Choice.Explored);
            writer.WriteString("why"u8, seen.Choice.Why.ToString());
            Numbers(writer, "probabilities", p);
            Numbers(writer, "estimates", q);
        });
    }

    public static byte[] Reward(in DecisionReward reward)
    {
        var earned = reward;
        return Line(writer =>
        {
            writer.WriteNumber("rewardOf"u8, earned.Decision);
            writer.WriteNumber("time"u8, earned.Time);
            writer.WriteNumber("profile"u8, earned.Profile);
            writer.WriteNumber("r"u8, earned.ResultInR);
            writer.WriteNumber("hours"u8, earned.HoursHeld);
            writer.WriteNumber("reward"u8, earned.Reward);
            writer.WriteBoolean("real"u8, earned.IsReal);
        });
    }

    public static (IReadOnlyList<string> Profiles, IReadOnlyList<string> Symbols) Names(ReadOnlySpan<byte> line)
    {
        using var document = Parse(line, "This is no decision log: its first line does not name profiles and symbols.");
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String || kind.GetString() != Kind)
        {
            throw new InvalidDataException($"This is no file of the kind '{Kind}'.");
        }

        var version = root.TryGetProperty("version", out var number) && number.TryGetInt32(out var v) ? v : 0;
        if (version is < 1 or > Version)
        {
            throw new InvalidDataException($"Its version is {version}; this program reads 1 to {Version}.");
        }

        Check(line);
        return Read(() => ((IReadOnlyList<string>)[.. root.GetProperty("profiles").EnumerateArray().Select(e => e.GetString()!)],
            (IReadOnlyList<string>)[.. root.GetProperty("symbols").EnumerateArray().Select(e => e.GetString()!)]));
    }

    public static void Read(ReadOnlySpan<byte> line, int profiles, int symbols, MemoryDecisionLog log)
    {
        Check(line);
        using var document = Parse(line, "It is no JSON.");
        var root = document.RootElement;
        if (root.TryGetProperty("rewardOf", out _))
        {
            log.Rewarded(Read(() => RewardOf(root, profiles)));
            return;
        }

        var (context, probabilities, values) = Read(() => (
            ContextOf(root, profiles, symbols),
            root.GetProperty("probabilities").EnumerateArray().Select(e => e.GetDouble()).ToArray(),
            root.GetProperty("estimates").EnumerateArray().Select(e => e.GetDouble()).ToArray()));
        if (probabilities.Length != profiles || values.Length != profiles)
        {
            throw new InvalidDataException($"It has {probabilities.Length} probabilities and {values.Length} estimates; there are {profiles} profiles.");
        }

        log.Chosen(context, probabilities, values);
    }

    private static DecisionContext ContextOf(JsonElement root, int profiles, int symbols)
    {
        var symbol = root.GetProperty("symbol").GetInt32();
        var profile = root.GetProperty("profile").GetInt32();
        var cost = root.GetProperty("costShare");
        var propensity = root.GetProperty("propensity").GetDouble();
        var allowed = root.GetProperty("allowed").GetUInt64();
        if (symbol < 0 || symbol >= symbols || profile < -1 || profile >= profiles || propensity is not (> 0 and <= 1)
            || !RegimeNames.TryParse(root.GetProperty("regime").GetString(), out var regime) || !Enum.TryParse<ChoiceReason>(root.GetProperty("why").GetString(), out var why)
            || (profile >= 0 && (allowed >> profile & 1) == 0))
        {
            throw new InvalidDataException("It has a symbol, profile, regime, propensity or reason that there is not.");
        }

        return new(
            root.GetProperty("decision").GetInt64(),
            root.GetProperty("time").GetInt64(),
            symbol,
            regime,
            cost.ValueKind == JsonValueKind.Null ? double.NaN : cost.GetDouble(),
            allowed,
            new(root.GetProperty("decision").GetInt64(), profile, root.GetProperty("size").GetDouble(), propensity, root.GetProperty("explored").GetBoolean(), why));
    }

    private static DecisionReward RewardOf(JsonElement root, int profiles)
    {
        var profile = root.GetProperty("profile").GetInt32();
        return profile >= 0 && profile < profiles
            ? new(
                root.GetProperty("rewardOf").GetInt64(),
                root.GetProperty("time").GetInt64(),
                profile,
                root.GetProperty("r").GetDouble(),
                root.GetProperty("hours").GetDouble(),
                root.GetProperty("reward").GetDouble(),
                root.GetProperty("real").GetBoolean())
            : throw new InvalidDataException($"It rewards profile {profile}; there are {profiles}.");
    }

    private static byte[] Line(Action<Utf8JsonWriter> content)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        var body = memory.ToArray().AsSpan(0, (int)memory.Length - 1);
        return [.. body, .. Mark, .. Encoding.ASCII.GetBytes(Crc32C.Of(body).ToString("x8", CultureInfo.InvariantCulture)), .. "\"}\n"u8];
    }

    private static void Check(ReadOnlySpan<byte> line)
    {
        var mark = line.LastIndexOf(Mark);
        if (mark < 0 || !Encoding.ASCII.GetString(line[(mark + Mark.Length)..]).StartsWith(Crc32C.Of(line[..mark]).ToString("x8", CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            throw new InvalidDataException("Its checksum does not fit: the line was changed or damaged.");
        }
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> line, string otherwise)
    {
        try
        {
            return JsonDocument.Parse(line.ToArray());
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(otherwise, exception);
        }
    }

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"It is no decision or reward: {exception.Message}", exception);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Numbers(Utf8JsonWriter writer, string name, double[] values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
