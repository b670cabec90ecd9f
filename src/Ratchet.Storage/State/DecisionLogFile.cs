using Ratchet.Adaptation.Selection;

namespace Ratchet.Storage.State;

/// <summary>
/// Decisions and rewards as a file of JSON lines that only grows: a first line with the names of profiles and symbols, then one line for each decision and each
/// reward, each with a CRC-32C of what is before it. A last line that was cut by a crash is left out by readers and removed by the next writer; a line that was
/// damaged elsewhere is refused. A later line of the same decision takes the place of the earlier, so a session that repeats its last bars after a crash does no harm.
/// </summary>
/// <remarks>One writer at a time; not thread-safe. Lines are in the operating system's hands after each call, on the disk after <see cref="Flush"/>.</remarks>
public sealed class DecisionLogFile : IDecisionLog, IDisposable
{
    /// <summary>The usual name.</summary>
    public const string FileName = "decisions.jsonl";

    private readonly FileStream stream;

    private DecisionLogFile(FileStream stream) => this.stream = stream;

    /// <summary>Opens a log to write on; makes it where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="profiles">The names of the profiles.</param>
    /// <param name="symbols">The names of the symbols.</param>
    /// <exception cref="InvalidDataException">There is a file that is no log, is damaged, or is of other profiles or symbols.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static DecisionLogFile Open(string path, IReadOnlyList<string> profiles, IReadOnlyList<string> symbols)
    {
        var length = 0L;
        if (File.Exists(path) && new FileInfo(path).Length > 0)
        {
            var there = Read(path);
            if (!there.Profiles.SequenceEqual(profiles) || !there.Symbols.SequenceEqual(symbols))
            {
                throw new InvalidDataException(
                    $"{path}: it is of the profiles {string.Join(", ", there.Profiles)} and the symbols {string.Join(", ", there.Symbols)}, not of {string.Join(", ", profiles)} and {string.Join(", ", symbols)}.");
            }

            length = there.Length;
        }

        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        stream.SetLength(length);
        stream.Position = length;
        var file = new DecisionLogFile(stream);
        if (length == 0)
        {
            file.Append(DecisionLines.Head(profiles, symbols));
        }

        return file;
    }

    /// <summary>Reads a log.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no log, of a later version, or damaged; the message names the file and the line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static DecisionLogContent Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var log = new MemoryDecisionLog();
        (IReadOnlyList<string> Profiles, IReadOnlyList<string> Symbols)? names = null;
        var (start, number) = (0, 1);
        for (var end = Next(bytes, 0); end >= 0; end = Next(bytes, start), number++)
        {
            try
            {
                var line = bytes.AsSpan(start, end - start);
                if (names is null)
                {
                    names = DecisionLines.Names(line);
                }
                else
                {
                    DecisionLines.Read(line, names.Value.Profiles.Count, names.Value.Symbols.Count, log);
                }
            }
            catch (InvalidDataException exception)
            {
                throw new InvalidDataException($"{path}, line {number}: {exception.Message}", exception);
            }

            start = end + 1;
        }

        return names is { } known
            ? new(known.Profiles, known.Symbols, [.. log.Decisions], start, bytes.Length - start)
            : throw new InvalidDataException($"{path}: this is no decision log; it has no first line that names profiles and symbols.");
    }

    /// <summary>Writes a whole log, in place of the file that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="profiles">The names of the profiles.</param>
    /// <param name="symbols">The names of the symbols.</param>
    /// <param name="decisions">The decisions, by number.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string path, IReadOnlyList<string> profiles, IReadOnlyList<string> symbols, IEnumerable<LoggedDecision> decisions)
    {
        var temporary = path + ".tmp";
        File.Delete(temporary);
        using (var file = Open(temporary, profiles, symbols))
        {
            foreach (var decision in decisions)
            {
                file.Chosen(decision.Context, [.. decision.Probabilities], [.. decision.Values]);
                foreach (var reward in decision.Simulated)
                {
                    file.Rewarded(reward);
                }

                if (decision.Reward is { } real)
                {
                    file.Rewarded(real);
                }
            }

            file.Flush();
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Chosen(in DecisionContext context, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values) =>
        Append(DecisionLines.Choice(context, probabilities, values));

    /// <inheritdoc/>
    public void Rewarded(in DecisionReward reward) => Append(DecisionLines.Reward(reward));

    /// <summary>Waits until every line is on the disk.</summary>
    public void Flush() => stream.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static int Next(byte[] bytes, int start)
    {
        var length = bytes.AsSpan(start).IndexOf((byte)'\n');
        return length < 0 ? -1 : start + length;
    }

    private void Append(byte[] line)
    {
        stream.Write(line);
        stream.Flush();
    }
}
