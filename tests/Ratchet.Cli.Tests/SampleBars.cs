using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ratchet.Cli.Tests;

/// <summary>Files of hourly bars, sound unless they are spoilt on purpose.</summary>
internal static class SampleBars
{
    public const string Header = "timestamp,open,high,low,close,volume";

    private const long Start = 1_704_067_200_000;
    private const long Hour = 3_600_000;

    /// <summary>The row of an hour: prices rise slowly.</summary>
    public static string Row(int hour) => string.Create(
        CultureInfo.InvariantCulture, $"{Start + (hour * Hour)},{100 + hour},{101 + hour}.5,{99 + hour}.25,{100 + hour}.75,{10 + (hour % 7)}");

    /// <summary>A file of sound bars.</summary>
    public static string Text(int count = 60) => With(_ => { }, count);

    /// <summary>A file whose lines, the header among them, are spoilt first; line i + 1 of the file is element i.</summary>
    public static string With(Action<List<string>> spoil, int count = 60)
    {
        var lines = new List<string> { Header };
        lines.AddRange(Enumerable.Range(0, count).Select(Row));
        spoil(lines);
        return string.Join('\n', lines) + "\n";
    }

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }
}
