using System.Text;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Testing.Fuzzing;

/// <summary>Damages bytes in the ways that files are damaged, and in the ways that break readers. Everything follows from the stream of random numbers.</summary>
public static class Mutation
{
    private const int LongestLine = (1 << 20) + 4096;

    /// <summary>Numbers and words that stand where a number is expected.</summary>
    private static readonly string[] Words =
    [
        "1e308", "-1e308", "1e999", "-0", "0", "NaN", "Infinity", "-Infinity", "99999999999999999999999999", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "2147483648",
        "1e-320", ".", "-", "+", "1.2.3", "0x1F", "1,5", "\"1\"", "''", "null", "true", "[]", "{}", "[[[[", "\"\\ud800\"", "\\ud800", "\\u0041", "\"\\u0000\"", "1_000", " 1", "1 ", "١", "0001-01-01", "9999-12-31T23:59:59.999999999Z",
        "2024-03-10 02:30:00", "2024-02-30", "253402300799999", "100000000000000000", "4102444800000000000", "B", "T", "C", "../x", "", "\"", "86399999.999999999", "86400", "9999999999", "-9999999999",
    ];

    private static readonly byte[][] Junk =
    [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x00], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0x1A], [0x0D], [0x0A], [0x0D, 0x0A], [0x2C], [0x22], [0x1F, 0x8B], [0x50, 0x4B, 0x03, 0x04],
        [0x50, 0x4B, 0x05, 0x06], [0x28, 0xB5, 0x2F, 0xFD], [0xE2, 0x80, 0xA8], [0x7F], [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F],
    ];

    /// <summary>One change of a copy, seldom up to four: one is what readers miss, many are only refused at the first.</summary>
    /// <param name="bytes">The bytes; not changed.</param>
    /// <param name="other">Other bytes that parts are taken from.</param>
    /// <param name="random">Decides.</param>
    public static byte[] Apply(byte[] bytes, byte[] other, RandomStream random)
    {
        var changed = bytes;
        for (var change = Math.Max(0, random.NextInt(8) - 4); change >= 0; change--)
        {
            changed = One(changed, other, random);
        }

        return changed;
    }

    private static byte[] One(byte[] bytes, byte[] other, RandomStream random)
    {
        if (bytes.Length == 0)
        {
            return [.. Junk[random.NextInt(Junk.Length)]];
        }

        var at = random.NextInt(bytes.Length);
        var length = Math.Min(1 + random.NextInt(1 + random.NextInt(200)), bytes.Length - at);
        return random.NextInt(32) switch
        {
            < 5 => Flip(bytes, random),
            < 7 => [.. bytes[..at], .. bytes[(at + length)..]],
            < 9 => [.. bytes[..(at + length)], .. bytes[at..]],
            < 11 => bytes[..at],
            < 13 => Splice(bytes, at, other, random),
            < 16 => Lines(bytes, random),
            < 24 => Field(bytes, at, random),
            < 27 => [.. bytes[..at], .. Junk[random.NextInt(Junk.Length)], .. bytes[at..]],
            < 29 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(Words[random.NextInt(Words.Length)]), .. bytes[at..]],
            29 => Wide(bytes, random),
            30 => Long(bytes, at, random),
            _ => random.NextInt(2) == 0 ? Encoding.Unicode.GetBytes(Encoding.Latin1.GetString(bytes)) : Repeat(bytes, random),
        };
    }

    private static byte[] Flip(byte[] bytes, RandomStream random)
    {
        var copy = bytes.ToArray();
        for (var i = Math.Max(0, random.NextInt(6) - 3); i >= 0; i--)
        {
            copy[random.NextInt(copy.Length)] ^= (byte)(1 << random.NextInt(8));
        }

        return copy;
    }

    /// <summary>A beginning of one and an end of the other.</summary>
    private static byte[] Splice(byte[] bytes, int at, byte[] other, RandomStream random) =>
        other.Length == 0 ? bytes[..at] : [.. bytes[..at], .. other[random.NextInt(other.Length)..]];

    /// <summary>Two lines change places, one is lost, one comes twice, or all are turned round.</summary>
    private static byte[] Lines(byte[] bytes, RandomStream random)
    {
        var lines = Split(bytes);
        var (a, b) = (random.NextInt(lines.Count), random.NextInt(lines.Count));
        switch (random.NextInt(4))
        {
            case 0:
                (lines[a], lines[b]) = (lines[b], lines[a]);
                break;
            case 1:
                lines.RemoveAt(a);
                break;
            case 2:
                lines.Insert(b, lines[a]);
                break;
            default:
                lines.Reverse(Math.Min(1, lines.Count - 1), Math.Max(0, lines.Count - 1));
                break;
        }

        return [.. lines.SelectMany(l => l)];
    }

    private static List<byte[]> Split(byte[] bytes)
    {
        var lines = new List<byte[]>();
        for (var from = 0; from < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', from);
            var next = end < 0 ? bytes.Length : end + 1;
            lines.Add(bytes[from..next]);
            from = next;
        }

        return lines;
    }

    /// <summary>The run of letters, digits and points at a place becomes another word.</summary>
    private static byte[] Field(byte[] bytes, int at, RandomStream random)
    {
        static bool IsPart(byte letter) => letter is (byte)'.' or (byte)'-' or (byte)'+' or (byte)'_' || char.IsAsciiLetterOrDigit((char)letter);
        var (from, to) = (at, at);
        while (from > 0 && IsPart(bytes[from - 1]))
        {
            from--;
        }

        while (to < bytes.Length && IsPart(bytes[to]))
        {
            to++;
        }

        return [.. bytes[..from], .. Encoding.UTF8.GetBytes(Words[random.NextInt(Words.Length)]), .. bytes[to..]];
    }

    /// <summary>Many more columns or nested lists.</summary>
    private static byte[] Wide(byte[] bytes, RandomStream random)
    {
        var end = Array.IndexOf(bytes, (byte)'\n');
        var at = end < 0 || random.NextInt(2) == 0 ? random.NextInt(bytes.Length) : end;
        var filler = Enumerable.Repeat(",["u8[random.NextInt(2)], 1 << random.NextInt(18)).ToArray();
        return [.. bytes[..at], .. filler, .. bytes[at..]];
    }

    /// <summary>A line longer than any reader takes, or just shorter.</summary>
    private static byte[] Long(byte[] bytes, int at, RandomStream random)
    {
        var length = random.NextInt(4) == 0 ? LongestLine - (8192 * random.NextInt(2)) : 1 << random.NextInt(18);
        return [.. bytes[..at], .. Enumerable.Repeat("0 a\""u8[random.NextInt(4)], length), .. bytes[at..]];
    }

    private static byte[] Repeat(byte[] bytes, RandomStream random)
    {
        var times = 1 + random.NextInt(Math.Clamp((1 << 18) / bytes.Length, 1, 16));
        return [.. Enumerable.Repeat(bytes, times).SelectMany(b => b)];
    }
}
