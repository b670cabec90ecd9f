using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Decomposition;

/// <summary>
/// The summary of the last trades, by number and by age, in O(1) amortised a trade and without subtraction: the older part keeps the summary of every suffix,
/// the newer part one running summary, and when the older part is used up the newer takes its place (two stacks).
/// </summary>
/// <param name="limit">The most trades that are held, above 0.</param>
/// <param name="span">The age in milliseconds, before the newest trade, from which on a trade leaves; <see cref="long.MaxValue"/> for no limit.</param>
internal sealed class SlidingSummary(int limit, long span)
{
    private TradeSample[] samples = new TradeSample[Math.Min(limit, 8)];
    private TradeSummary[] suffixes = [];
    private TradeSummary newer;
    private int start;
    private int older;
    private int count;

    public int Count => count;

    /// <summary>The summary of all trades that are held.</summary>
    public TradeSummary Current => older == 0 ? newer : TradeSummary.Join(suffixes[start], newer);

    public void Add(in TradeSample trade)
    {
        while (count > 0 && (count == limit || IsOld(samples[start].Time, trade.Time)))
        {
            RemoveOldest();
        }

        if (count == samples.Length)
        {
            Grow();
        }

        samples[Slot(count)] = trade;
        count++;
        newer.Append(trade);
    }

    /// <summary>The summary of the trades that are not too old at a time; nothing is changed. O(1) while the oldest is young enough, else O(n).</summary>
    public TradeSummary At(long time)
    {
        if (count == 0 || !IsOld(samples[start].Time, time))
        {
            return Current;
        }

        var summary = default(TradeSummary);
        for (var i = 0; i < count; i++)
        {
            ref readonly var sample = ref samples[Slot(i)];
            if (!IsOld(sample.Time, time))
            {
                summary.Append(sample);
            }
        }

        return summary;
    }

    public void Clear()
    {
        start = 0;
        older = 0;
        count = 0;
        newer = default;
    }

    public void Write(StateWriter writer)
    {
        writer.Write(count);
        writer.Write(older);
        for (var i = 0; i < count; i++)
        {
            ref readonly var sample = ref samples[Slot(i)];
            writer.Write(sample.Time);
            writer.Write(sample.Result);
            writer.Write(sample.Profit);
            writer.Write(sample.Fees);
        }
    }

    /// <summary>Reads what was written; the summaries are made again in the order they were made in, so to the bit.</summary>
    public void Read(ref StateReader reader)
    {
        Clear();
        var held = reader.ReadInt32();
        var border = reader.ReadInt32();
        if (held < 0 || held > limit || border < 0 || border > held)
        {
            throw new InvalidDataException($"A window of at most {limit} trades holds {held}, {border} of them older.");
        }

        while (samples.Length < held)
        {
            Grow();
        }

        for (var i = 0; i < held; i++)
        {
            samples[i] = new(reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            if (i >= border)
            {
                newer.Append(samples[i]);
            }
        }

        count = held;
        older = border;
        FillSuffixes();
    }

    private bool IsOld(long time, long now) => span < long.MaxValue && now - time > span;

    private void RemoveOldest()
    {
        if (older == 0)
        {
            older = count;
            newer = default;
            FillSuffixes();
        }

        start = start + 1 == samples.Length ? 0 : start + 1;
        older--;
        count--;
    }

    private void FillSuffixes()
    {
        if (older == 0)
        {
            return;
        }

        if (suffixes.Length < samples.Length)
        {
            suffixes = new TradeSummary[samples.Length];
        }

        var suffix = default(TradeSummary);
        for (var i = older - 1; i >= 0; i--)
        {
            var slot = Slot(i);
            var one = default(TradeSummary);
            one.Append(samples[slot]);
            suffix = TradeSummary.Join(one, suffix);
            suffixes[slot] = suffix;
        }
    }

    private int Slot(int i)
    {
        var slot = start + i;
        return slot >= samples.Length ? slot - samples.Length : slot;
    }

    private void Grow()
    {
        var larger = new TradeSample[Math.Min(limit, samples.Length * 2)];
        var largerSuffixes = suffixes.Length == 0 ? suffixes : new TradeSummary[larger.Length];
        for (var i = 0; i < count; i++)
        {
            larger[i] = samples[Slot(i)];
            if (i < older)
            {
                largerSuffixes[i] = suffixes[Slot(i)];
            }
        }

        samples = larger;
        suffixes = largerSuffixes;
        start = 0;
    }
}
