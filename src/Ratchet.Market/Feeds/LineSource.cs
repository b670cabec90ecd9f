using System.Text;
using System.Text.Unicode;

namespace Ratchet.Market.Feeds;

/// <summary>Lines of a UTF-8 stream as spans over one buffer: no string a line. Ends are LF or CRLF; a byte order mark is skipped.</summary>
internal sealed class LineSource(SourceText source)
{
    private const int LongestLine = 1 << 20;

    private byte[] buffer = new byte[1 << 17];
    private int from;
    private int to;
    private bool ended;
    private bool begun;
    private bool isAscii = true;
    private int currentFrom;
    private int currentLength;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The line that was read last, without its end; valid until the next is read.</summary>
    public ReadOnlySpan<byte> Current => buffer.AsSpan(currentFrom, currentLength);

    /// <summary>Whether the line that was read last ends with the text and not with a line end.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The file's name for errors.</summary>
    public string Name => source.Name;

    /// <summary>The next line without its end; valid until the next call. False at the end of the text.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        if (!begun)
        {
            Begin();
        }

        var scanned = 0;
        while (true)
        {
            var end = buffer.AsSpan(from + scanned, to - from - scanned).IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = Finish(from, scanned + end);
                from += scanned + end + 1;
                return true;
            }

            scanned = to - from;
            if (ended)
            {
                line = scanned == 0 ? [] : Finish(from, scanned);
                IsOpen = scanned > 0 && line.Length == scanned;
                from = to;
                return scanned > 0;
            }

            Fill();
        }
    }

    /// <summary>The same text, to be read again from its beginning; the caller disposes it.</summary>
    public SourceText Reopen() => source.Reopen();

    public MarketDataException Error(string? column, string problem, string remedy) =>
        MarketDataException.At(source.Name, LineNumber, column, problem, remedy);

    private void Begin()
    {
        begun = true;
        while (!ended && to < 64)
        {
            Fill();
        }

        var head = buffer.AsSpan(0, Math.Min(to, 64));
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.Contains((byte)0))
        {
            throw MarketDataException.At(
                source.Name, 0, null, "the text is UTF-16 (or no text at all).", "Save it as UTF-8, for example with 'iconv -f UTF-16 -t UTF-8'.");
        }

        from = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }

    private ReadOnlySpan<byte> Finish(int start, int length)
    {
        LineNumber++;
        var line = buffer.AsSpan(start, length);
        if (line.Length > 0 && line[^1] == '\r')
        {
            line = line[..^1];
        }

        currentFrom = start;
        currentLength = line.Length;

        if (!isAscii && !Utf8.IsValid(line))
        {
            throw Error(null, "the line has bytes that are no UTF-8.", "Save the file as UTF-8, for example with 'iconv -f WINDOWS-1252 -t UTF-8'.");
        }

        return line;
    }

    private void Fill()
    {
        if (from > 0)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            to -= from;
            from = 0;
        }

        if (to == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
            {
                LineNumber++;
                throw Error(null, $"the line is longer than {LongestLine} bytes.", "Give a text file with one record a line.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int read;
        try
        {
            read = source.Read(buffer.AsSpan(to));
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new MarketDataException(
                $"{source.Name}, after line {LineNumber}: the {source.Compression} data is truncated or damaged: {exception.Message} Download it again.", exception);
        }

        isAscii = isAscii && Ascii.IsValid(buffer.AsSpan(to, read));
        ended = read == 0;
        to += read;
    }
}
