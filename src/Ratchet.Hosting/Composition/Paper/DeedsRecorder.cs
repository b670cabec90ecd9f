using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Sorts events and audit records under the bars that they belong to.</summary>
internal sealed class DeedsRecorder(EngineOptions options) : IJournal
{
    private readonly BarDeeds?[] current = new BarDeeds?[options.Instruments.Count];

    public SortedDictionary<(long OpenTime, int Symbol), BarDeeds> Deeds { get; } = [];

    public void Append(in TradingEvent e)
    {
        if (e.Kind == EventKind.Bar)
        {
            var frame = options.Instruments[e.Symbol].Frame.Milliseconds;
            var deeds = new BarDeeds(e.Bar, e.Time - e.Bar.OpenTime >= 2 * frame);
            current[e.Symbol] = Deeds[(e.Bar.OpenTime, e.Symbol)] = deeds;
        }
        else if (e.Kind == EventKind.Signal)
        {
            current[e.Symbol]?.Take(e.Signal);
        }
    }

    public void Write(in AuditRecord record)
    {
        if (record.Symbol >= 0)
        {
            current[record.Symbol]?.Take(record);
        }
    }

    public void AppendState(long nextSequence, ReadOnlySpan<byte> state)
    {
    }

    public void Commit()
    {
    }
}
