using System.Runtime.CompilerServices;

namespace Ratchet.Market.Feeds;

/// <summary>
/// Rows of plain decimals, the bulk of every file, in one pass over their bytes. Whatever else a line may hold (quotes, spaces, signs, exponents,
/// text times, another time unit, a number that is not exact in one division) is left to <see cref="RowReader"/>, whose results these equal bit for
/// bit: both divide an exact integer by an exact power of ten.
/// </summary>
internal sealed class FastRow
{
    private const int Skip = -1;
    private const int Time = -2;
    private const ulong LargestExact = 1UL << 53;

    private readonly int[] roles;
    private readonly double[][] targets;
    private readonly long[] times;
    private long least;
    private long beyond;
    private long divisor;
    private long factor;

    public FastRow(CsvLayout layout, BarChunk chunk)
    {
        roles = new int[layout.Names.Count];
        Array.Fill(roles, Skip);
        roles[layout.Time] = Time;
        int[] columns = [layout.Open, layout.High, layout.Low, layout.Close, layout.Volume, layout.Trades, layout.Taker];
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c] >= 0)
            {
                roles[columns[c]] = c;
            }
        }

        targets = chunk.Numbers;
        times = chunk.Times;
        IsPossible = layout.Symbol < 0 && columns.Where(c => c >= 0).Append(layout.Time).Distinct().Count() == columns.Count(c => c >= 0) + 1;
    }

    /// <summary>Whether the layout allows it: no symbol to compare, no column with two meanings.</summary>
    public bool IsPossible { get; }

    /// <summary>Takes over the unit that the first row settled; false for text.</summary>
    public bool Settle(TimeUnit unit)
    {
        (least, beyond, divisor, factor) = unit switch
        {
            TimeUnit.Seconds => (100_000_000L, 100_000_000_000L, 1L, 1_000L),
            TimeUnit.Milliseconds => (100_000_000_000L, 100_000_000_000_000L, 1L, 1L),
            TimeUnit.Microseconds => (100_000_000_000_000L, 100_000_000_000_000_000L, 1_000L, 1L),
            TimeUnit.Nanoseconds => (100_000_000_000_000_000L, long.MaxValue, 1_000_000L, 1L),
            _ => (0L, 0L, 1L, 1L),
        };
        return beyond > 0;
    }

    /// <summary>Reads a line into a row of the chunk; false, with the row's content undefined, where the line is not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<byte> line, int row)
    {
        var powers = NumberText.Powers;
        var i = 0;
        foreach (var role in roles)
        {
            if (i > line.Length)
            {
                return false;
            }

            if (role == Skip)
            {
                var rest = line[i..];
                var comma = rest.IndexOf((byte)',');
                comma = comma < 0 ? rest.Length : comma;
                if (rest[..comma].Contains((byte)'"'))
                {
                    return false;
                }

                i += comma + 1;
                continue;
            }

            ulong digits = 0;
            var start = i;
            uint next = ',';
            for (; i < line.Length; i++)
            {
                next = line[i];
                var digit = next - '0';
                if (digit > 9)
                {
                    break;
                }

                digits = (digits * 10) + digit;
            }

            if (i == line.Length)
            {
                next = ',';
            }

            var length = i - start;
            if (role == Time)
            {
                var value = (long)digits;
                if (next != ',' || length is 0 or > 19 || value < least || value >= beyond)
                {
                    return false;
                }

                if (divisor != 1)
                {
                    var quotient = value / divisor;
                    if (quotient * divisor != value)
                    {
                        return false;
                    }

                    value = quotient;
                }

                times[row] = value * factor;
                i++;
                continue;
            }

            var decimals = 0;
            if (next == '.')
            {
                var point = ++i;
                next = ',';
                for (; i < line.Length; i++)
                {
                    next = line[i];
                    var digit = next - '0';
                    if (digit > 9)
                    {
                        break;
                    }

                    digits = (digits * 10) + digit;
                }

                if (i == line.Length)
                {
                    next = ',';
                }

                decimals = i - point;
                length += decimals;
                if (length == 0)
                {
                    return false;
                }
            }

            if (next != ',' || length > 19 || digits > LargestExact)
            {
                return false;
            }

            targets[role][row] = length == 0 ? double.NaN : digits / powers[decimals];
            i++;
        }

        return i == line.Length + 1;
    }
}
